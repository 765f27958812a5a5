//! Articles 60 and 61 of the Exit and Entry Law as Cedar policies, and the one question: may a child be detained?
//! Asked symbolically, with the child; cvc5 is named by `CVC5`. Prints whom it found.

use cedar_policy::{PolicySet, Schema};
use cedar_policy_symcc::{CedarSymCompiler, CompiledPolicySet, solver::LocalSolver};
use std::error::Error;
use std::str::FromStr;

const SCHEMA: &str = r#"
entity Person {
  foreigner: Bool, suspicion_uncleared: Bool, suspected_illegal_entry: Bool, suspected_of_assisting: Bool,
  suspected_illegal_stay: Bool, suspected_illegal_work: Bool, suspected_security_threat: Bool, seriously_ill: Bool,
  pregnant: Bool, nursing: Bool, otherwise_unsuitable: Bool, age: Long,
};
entity Authority;
action detain appliesTo { principal: [Authority], resource: [Person] };
"#;

const LAW: &str = r#"
permit(principal, action == Action::"detain", resource) when {
  resource.foreigner && resource.suspicion_uncleared
  && (resource.suspected_illegal_entry || resource.suspected_of_assisting || resource.suspected_illegal_stay
    || resource.suspected_illegal_work || resource.suspected_security_threat)
};
forbid(principal, action == Action::"detain", resource) when {
  resource.seriously_ill || resource.pregnant || resource.nursing || resource.age < 16 || resource.age >= 70
  || resource.otherwise_unsuitable
};
"#;

const CHILDREN: &str =
    r#"permit(principal, action == Action::"detain", resource) when { 0 <= resource.age && resource.age < 18 };"#;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let (schema, _) = Schema::from_cedarschema_str(SCHEMA)?;
    let (law, children) = (PolicySet::from_str(LAW)?, PolicySet::from_str(CHILDREN)?);
    let mut compiler = CedarSymCompiler::new(LocalSolver::cvc5()?)?;
    for environment in schema.request_envs() {
        let compiled = |set: &PolicySet| CompiledPolicySet::compile(set, &environment, &schema);
        let found = compiler.check_disjoint_with_counterexample_opt(&compiled(&law)?, &compiled(&children)?).await?;
        match found {
            Some(somebody) => println!("{}", somebody.entities.to_json_value()?),
            None => println!("nobody"),
        }
    }
    Ok(())
}
