//! Settings: all of them in the help, and flags over variables over the file.

use std::{
    path::Path,
    process::{Command, Output},
};

use tests::Folder;

use crate::trust_process::program;

fn run(arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    let mut command = Command::new(program());
    command.args(arguments).env_remove("DATABASE_URL").envs(variables.iter().copied());
    command.output().expect("the program")
}

#[test]
fn the_help_of_serve_names_every_setting_as_flag_and_variable() {
    let help = run(&["serve", "--help"], &[]);
    let help = String::from_utf8(help.stdout).expect("text");
    let settings = serde_json::to_value(api::config::Config::default()).expect("settings");
    let settings = settings.as_object().expect("an object");
    assert!(settings.len() > 20);
    for name in settings.keys() {
        let flag = format!("--{}", name.replace('_', "-"));
        assert!(help.contains(&flag), "{flag} is missing in --help");
        let variable = match name.as_str() {
            "database_url" => "DATABASE_URL".to_owned(),
            other => format!("TISHENG_{}", other.to_uppercase()),
        };
        assert!(help.contains(&format!("[env: {variable}")), "{variable} is missing in --help");
    }
    assert!(help.contains("--config"), "the file is missing in --help");
}

#[test]
fn a_flag_wins_over_a_variable_and_a_variable_over_the_file() {
    let folder = Folder::new();
    let place = |name: &str| folder.path().join(name);
    let text = |path: &Path| path.to_str().expect("a path").to_owned();
    let (file, one, two, three) = (place("t.toml"), place("one"), place("two"), place("three"));
    std::fs::write(&file, format!("data_dir = {:?}\n", text(&one))).expect("written");
    let (file, variable, flag) = (text(&file), text(&two), text(&three));
    let variables = [("TISHENG_DATA_DIR", variable.as_str())];
    let base = ["migrate", "--json", "--config", file.as_str()];
    let made = |folder: &Path| folder.join("tisheng.sqlite").exists();

    assert!(run(&base, &[]).status.success());
    assert!(made(&one) && !made(&two) && !made(&three));
    assert!(run(&base, &variables).status.success());
    assert!(made(&two) && !made(&three));
    let with_flag: Vec<&str> = base.into_iter().chain(["--data-dir", flag.as_str()]).collect();
    assert!(run(&with_flag, &variables).status.success());
    assert!(made(&three));

    std::fs::write(place("t.toml"), "no_such_setting = 1\n").expect("written");
    let refused = run(&base, &[]);
    assert!(!refused.status.success());
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(said.contains("no_such_setting"), "{said}");
}

#[test]
fn demonstration_accounts_are_refused_in_production() {
    let folder = Folder::new();
    let data = folder.path().to_str().expect("a path");
    let refused = run(&["demo", "--data-dir", data], &[("TISHENG_ENV", "production")]);
    assert!(!refused.status.success());
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(said.contains("demonstration accounts are refused"), "{said}");
    assert!(!folder.path().join("tisheng.sqlite").exists(), "it began nevertheless");
}
