//! Titles as mentions: offices and ranks, each with the person to whom the sentence gives it.

use super::office::role;
use super::relation::Relation;
use crate::Span;
use crate::mention::{Mention, MentionKind, More};
use crate::syntax::{Clauses, Head};

const CONFIDENCE: f32 = 0.8;

/// Adds the titles of the sentences to the mentions.
pub(super) fn titles<'t>(parsed: &[Clauses<'_, 't>], relations: &[Relation<'t>], mentions: &mut Vec<Mention<'t>>) {
    for clauses in parsed {
        let lexed = clauses.words.lexed;
        for group in clauses.chunks.iter().filter_map(|c| c.noun()).filter(|g| !g.counterpart && !g.repeats) {
            let Some(Head::Title(entry)) = group.head else { continue };
            let (from, to) = group.head_tokens;
            let to = group.domain.map_or(to, |(_, end)| end.max(to));
            let span = Span::new(lexed.tokens[from].span().start, lexed.tokens[to - 1].span().end);
            let is_person = |&m: &usize| mentions[m].kind == MentionKind::Person;
            // In the order of their triggers, of which that of an office is the title.
            let first = relations.partition_point(|r| r.trigger.start < span.start);
            let held = relations[first..].iter().take_while(|r| r.trigger.start < span.end).find(|r| r.role.is_some());
            let person = group
                .names
                .iter()
                .copied()
                .find(is_person)
                .or_else(|| held.map(|r| r.subject.mention).filter(is_person));
            // "député" or "avocat" is a title where it stands with a name.
            let wanted = match lexed.gazetteer.entry(entry).subtype() {
                "office" | "rank" => true,
                "profession" | "member" | "candidate" => person.is_some(),
                _ => false,
            };
            if wanted {
                mentions.push(Mention {
                    text: span.of(lexed.text),
                    start: span.start,
                    kind: MentionKind::Title,
                    entity: None,
                    entry: Some(entry),
                    found_by: "gazetteer:title".into(),
                    confidence: CONFIDENCE,
                    more: More::Title { role: role(clauses, group), person },
                });
            }
        }
    }
}
