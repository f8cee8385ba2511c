//! Official lists by command: the same files as over HTTP.

use std::process::Command;

use app::secrets::sha256;
use serde_json::Value;
use tests::{County, Folder};

use crate::trust_process::program;

#[actix_web::test]
async fn the_command_writes_every_official_list_with_its_digest() {
    let county = County::new().await;
    let sample = county.sample().await;
    let school = sample.found_school("名单小学").await;
    sample.enrolled("郑晓", school).await;
    let folder = Folder::new();
    let config = &county.state.config;
    let run = |more: &[&str]| {
        let mut command = Command::new(program());
        command.args(["export", "--json", "--format", "csv", "--project"]);
        command.arg(sample.project.to_string()).arg("--to").arg(folder.path()).args(more);
        command.env("DATABASE_URL", &config.database_url);
        command.env("TISHENG_DATA_DIR", &config.data_dir).output().expect("the program")
    };
    let done = run(&[]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let index: Value = serde_json::from_slice(&done.stdout).expect("JSON");
    let lists = index["lists"].as_array().expect("lists");
    let codes: Vec<_> = lists.iter().filter_map(|one| one["list"].as_str()).collect();
    assert_eq!(codes, ["R1", "R7", "R8", "R9", "R12", "R15"]);
    for list in lists {
        let name = list["file"].as_str().expect("a name");
        let content = std::fs::read(folder.path().join(name)).expect("the file");
        let digest: String = sha256(&content).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(list["sha256"], digest, "{name}");
        let named = String::from_utf8(content).expect("UTF-8").contains("郑晓");
        assert_eq!(named, list["list"] == "R7", "{name}");
    }
    let kept = std::fs::read_to_string(folder.path().join("index.json")).expect("the index");
    assert_eq!(serde_json::from_str::<Value>(&kept).expect("JSON"), index);
    let refused = run(&["--list", "R99"]);
    assert!(String::from_utf8_lossy(&refused.stderr).contains("R99 is not a list"));
    county.end().await;
}
