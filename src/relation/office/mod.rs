//! Standing: titles with their holders, memberships, candidacies, successions.

mod counterpart;
mod extent;
mod holder;
mod lead;
mod membership;
mod role;
mod scope;
mod statement;
mod succession;

pub(super) use extent::completes;
pub(super) use lead::leads;
pub(super) use membership::memberships;
pub(super) use role::{election_role, role};
pub(super) use scope::{is_election, is_title, of};
pub(super) use statement::{Holding, offices};
pub(super) use succession::successions;
