//! One small Rego policy, one situation, from a cold start.

use regorus::{Engine, Value};

const POLICY: &str = r#"
package law
import rego.v1
default detain := false
detain if {
  input.foreigner
  input.suspicion_uncleared
  input.suspected_illegal_stay
  not exempt
}
exempt if input.age < 16
exempt if input.age >= 70
exempt if input.pregnant
"#;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut engine = Engine::new();
    engine.add_policy("law.rego".to_owned(), POLICY.to_owned())?;
    engine.set_input(Value::from_json_str(
        r#"{"foreigner": true, "suspicion_uncleared": true, "suspected_illegal_stay": true, "age": 16, "pregnant": false}"#,
    )?);
    println!("{}", engine.eval_rule("data.law.detain".to_owned())?);
    Ok(())
}
