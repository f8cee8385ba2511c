//! Two instances behind nginx, as in `deploy/`: one stops, nobody is refused (T57).

use std::{
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
    time::{Duration, Instant},
};

use tests::Folder;

use crate::trust_process::{Server, ask, free_port};

struct Nginx(Child);

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The example of `deploy/nginx.conf` on other ports, without TLS and without root.
fn configuration(folder: &Folder, port: u16, one: u16, two: u16) -> String {
    let example = include_str!("../../deploy/nginx.conf");
    let own = example
        .replace("127.0.0.1:8080", &format!("127.0.0.1:{one}"))
        .replace("127.0.0.1:8081", &format!("127.0.0.1:{two}"))
        .replace("listen 443 ssl http2;", &format!("listen 127.0.0.1:{port};"))
        .replace("listen 80;", &format!("listen 127.0.0.1:{};", free_port()));
    let own: Vec<&str> = own.lines().filter(|line| !line.trim().starts_with("ssl_")).collect();
    let home = folder.path().display();
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path {home}/{kind};"))
        .join("\n");
    format!(
        "daemon off; master_process off; pid {home}/pid; error_log {home}/error.log;\n\
         events {{}}\nhttp {{\naccess_log off;\n{temporary}\n{}\n}}\n",
        own.join("\n")
    )
}

#[actix_web::test]
async fn behind_nginx_one_of_two_instances_stops_and_nobody_is_refused() {
    if std::env::var_os("TISHENG_TEST_POSTGRES").is_none() {
        return; // SQLite has one instance.
    }
    let Ok(found) = Command::new("nginx").arg("-v").stderr(Stdio::null()).status() else {
        assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "nginx is missing");
        println!("SKIPPED: nginx is missing; apt-get install nginx-light");
        return;
    };
    assert!(found.success());
    let mut one = Server::with(&[("TISHENG_DRAIN_SECONDS", "1")]).await;
    let two = one.beside();
    let (folder, port) = (Folder::new(), free_port());
    let file = folder.path().join("nginx.conf");
    std::fs::write(&file, configuration(&folder, port, one.port, two.port)).expect("written");
    let mut nginx = Command::new("nginx");
    nginx.arg("-c").arg(&file).arg("-p").arg(folder.path());
    nginx.stdout(Stdio::null()).stderr(Stdio::null());
    let _nginx = Nginx(nginx.spawn().expect("nginx"));
    let began = Instant::now();
    while ask(port, "GET /livez", "").is_none() {
        assert!(began.elapsed() < Duration::from_secs(20), "nginx does not start");
        std::thread::sleep(Duration::from_millis(20));
    }
    let (stop, asked) = (AtomicBool::new(false), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        let (stop, asked, writer) = (&stop, &asked, &two);
        for number in 0..4_usize {
            scope.spawn(move || {
                while !stop.load(Ordering::Relaxed) {
                    let count = asked.fetch_add(1, Ordering::Relaxed);
                    let answer = if number % 2 == 0 {
                        ask(port, "GET /api/v1/reference", "")
                    } else {
                        writer.write_at(port, number * 1_000_000 + count)
                    };
                    let answer = answer.expect("an answer");
                    let line = answer.lines().next().unwrap_or_default();
                    assert!(!line.contains(" 5"), "{line}");
                }
            });
        }
        std::thread::sleep(Duration::from_millis(500));
        let status = Command::new("kill").args(["-TERM", &one.child.id().to_string()]).status();
        assert!(status.expect("kill").success());
        // At once it says that it is not ready, and serves on meanwhile.
        let began = Instant::now();
        while !one.ask("GET /readyz", "").is_some_and(|answer| answer.contains(" 503 ")) {
            assert!(began.elapsed() < Duration::from_millis(500), "it is ready still");
        }
        assert!(one.child.wait().expect("an end").success());
        std::thread::sleep(Duration::from_millis(500));
        stop.store(true, Ordering::Relaxed);
    });
    let asked = asked.into_inner();
    assert!(asked > 100, "only {asked} requests were made");
}
