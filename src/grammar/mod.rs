//! The grammar of the rules, compiled: word classes, verb forms and the frames of relations.
//!
//! Shared by the build script and the library.

mod actors;
mod class;
mod codes;
mod compile;
mod files;
mod frame;
#[allow(clippy::module_inception)]
mod grammar;
mod nominals;
mod parties;
mod phrases;
mod reading;
mod schema;

pub(crate) use actors::{Actors, ROLES};
pub(crate) use class::{VerbClass, WordClass};
pub(crate) use codes::{LONGEST, TOPICS};
#[allow(unused_imports)] // `compile` is for the build script.
pub(crate) use compile::{FrameExamples, compile, examples, extend};
pub(crate) use files::Source;
pub(crate) use frame::{Frame, Slot};
pub(crate) use grammar::{Compiled, Grammar};
pub(crate) use nominals::Nominals;
pub(crate) use phrases::Phrases;
pub(crate) use reading::{Reading, VerbForm};
pub(crate) use schema::{COUNTRY, FORCE, KindInfo, LOCATION, ORGANISATION, PERSON, PLACE};
