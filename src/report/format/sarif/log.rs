//! The parts of SARIF 2.1.0 that a report uses, as types. The fields of each stand in the order of their names, and so they
//! are written; what is absent is left out.
//!
//! A crate with the whole standard would bring a code generator and its parsers into every build, for types of which these
//! are a tenth.

use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Log {
    #[serde(rename = "$schema")]
    pub(super) schema: &'static str,
    pub(super) runs: [Run; 1],
    pub(super) version: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Run {
    pub(super) column_kind: &'static str,
    pub(super) invocations: [Invocation; 1],
    pub(super) language: String,
    pub(super) results: Vec<Found>,
    pub(super) tool: Tool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Invocation {
    pub(super) execution_successful: bool,
    pub(super) tool_execution_notifications: Vec<Notification>,
}

#[derive(Serialize)]
pub(super) struct Notification {
    pub(super) descriptor: Descriptor,
    pub(super) level: &'static str,
    pub(super) locations: [Location; 1],
    pub(super) message: Message,
}

#[derive(Serialize)]
pub(super) struct Descriptor {
    pub(super) id: &'static str,
}

#[derive(Serialize)]
pub(super) struct Tool {
    pub(super) driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Driver {
    pub(super) name: &'static str,
    pub(super) rules: Vec<Rule>,
    pub(super) semantic_version: &'static str,
    pub(super) version: &'static str,
}

/// `reportingDescriptor`: a standard.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Rule {
    pub(super) full_description: Message,
    pub(super) help: Help,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) properties: Tags,
    pub(super) short_description: Message,
}

/// `multiformatMessageString`.
#[derive(Serialize)]
pub(super) struct Help {
    pub(super) markdown: String,
    pub(super) text: String,
}

#[derive(Serialize)]
pub(super) struct Tags {
    pub(super) tags: [String; 1],
}

/// `result`: a finding, or a standard that nothing is found against.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Found {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) baseline_state: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) code_flows: Option<[CodeFlow; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) fixes: Option<[Fix; 1]>,
    pub(super) kind: &'static str,
    pub(super) level: &'static str,
    pub(super) locations: [Location; 1],
    pub(super) message: Message,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) partial_fingerprints: Option<Fingerprints>,
    pub(super) properties: Properties,
    pub(super) related_locations: Vec<Location>,
    pub(super) rule_id: String,
    pub(super) rule_index: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) suppressions: Option<[Suppression; 1]>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct CodeFlow {
    pub(super) thread_flows: [ThreadFlow; 1],
}

#[derive(Serialize)]
pub(super) struct ThreadFlow {
    pub(super) locations: Vec<ThreadFlowLocation>,
}

#[derive(Serialize)]
pub(super) struct ThreadFlowLocation {
    pub(super) location: Location,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Fix {
    pub(super) artifact_changes: Vec<ArtifactChange>,
    pub(super) description: Message,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ArtifactChange {
    pub(super) artifact_location: ArtifactLocation,
    pub(super) replacements: Vec<Replacement>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Replacement {
    pub(super) deleted_region: Region,
    pub(super) inserted_content: Message,
}

#[derive(Serialize)]
pub(super) struct Fingerprints {
    #[serde(rename = "finding/v1")]
    pub(super) finding: String,
}

/// What SARIF has no word for.
#[derive(Serialize)]
pub(super) struct Properties {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) force: Option<&'static str>,
    pub(super) verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) who: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Suppression {
    pub(super) justification: String,
    pub(super) kind: &'static str,
    pub(super) status: &'static str,
}

/// `message`, and whatever else is a text alone.
#[derive(Serialize)]
pub(super) struct Message {
    pub(super) text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) message: Option<Message>,
    pub(super) physical_location: PhysicalLocation,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PhysicalLocation {
    pub(super) artifact_location: ArtifactLocation,
    pub(super) region: Region,
}

#[derive(Serialize)]
pub(super) struct ArtifactLocation {
    pub(super) uri: String,
}

/// Lines and columns from 1; a column is a character.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Region {
    pub(super) end_column: u32,
    pub(super) end_line: u32,
    pub(super) start_column: u32,
    pub(super) start_line: u32,
}
