use super::MentionKind;
use crate::Span;
use std::fmt;

/// What spoke for and against a name that the learned model decided on.
#[derive(Clone, Debug, PartialEq)]
pub struct Reasons {
    pub(crate) span: Span,
    pub(crate) kind: MentionKind,
    pub(crate) rival: Option<MentionKind>,
    pub(crate) evidence: Vec<(String, f32)>,
}

/// How many reasons of each side are printed.
const SHOWN: usize = 4;

impl Reasons {
    /// Where the name stands.
    pub fn span(&self) -> Span {
        self.span
    }

    /// What the model takes it for.
    pub fn kind(&self) -> MentionKind {
        self.kind
    }

    /// What else it could be: the kind that came second, or none when that was no name, or a thing of no kind.
    pub fn rival(&self) -> Option<MentionKind> {
        self.rival
    }

    /// What was looked at and how much it weighs for the kind against the rival, strongest first; less than 0 speaks against.
    pub fn evidence(&self) -> &[(String, f32)] {
        &self.evidence
    }
}

/// The strongest reasons on both sides in one line.
impl fmt::Display for Reasons {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.rival {
            Some(rival) => write!(f, "{:?} rather than {rival:?}", self.kind)?,
            None => write!(f, "{:?}", self.kind)?,
        }
        for (side, sign) in [("for", 1.0), ("against", -1.0)] {
            let mut own = self.evidence.iter().filter(|e| e.1 * sign > 0.0).take(SHOWN).peekable();
            if own.peek().is_some() {
                write!(f, "; {side}:")?;
            }
            for (what, weight) in own {
                write!(f, " {what} {weight:+.2}")?;
            }
        }
        Ok(())
    }
}
