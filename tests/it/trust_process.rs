//! The built program itself, ended by force and with notice: T26, T42, T48, T57 of the trust bars.

use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::OnceLock,
    time::{Duration, Instant},
};

use tests::{Folder, empty};

/// Seconds-long by itself; `make soak` asks for more.
pub(crate) fn rounds(few: usize, many: usize) -> usize {
    if std::env::var_os("TISHENG_SOAK").is_some() { many } else { few }
}

/// The program, built if it is missing or old.
pub(crate) fn program() -> &'static PathBuf {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
        let built = Command::new(env!("CARGO"))
            .args(["build", "--quiet", "--workspace", "--bins"])
            .current_dir(root)
            .status();
        assert!(built.expect("cargo").success(), "the program does not build");
        let test = std::env::current_exe().expect("a path");
        let target = test.ancestors().nth(2).expect("the target folder");
        target.join("tisheng")
    })
}

/// A running server on its own database.
pub(crate) struct Server {
    pub child: Child,
    pub port: u16,
    pub folder: PathBuf,
    pub url: String,
    variables: Vec<(&'static str, &'static str)>,
    /// Held so that the folder lives as long as the server.
    _home: Option<Folder>,
}

impl Server {
    pub async fn new() -> Self {
        Self::with(&[]).await
    }

    /// On a database of its own, with further settings.
    pub async fn with(variables: &[(&'static str, &'static str)]) -> Self {
        let home = Folder::new();
        let url = empty(&home).await;
        let mut server = Self::begin(home.path().to_owned(), url, variables.to_vec());
        server._home = Some(home);
        server
    }

    /// On a database and with keys that are there.
    pub fn over(folder: PathBuf, url: String) -> Self {
        Self::begin(folder, url, vec![])
    }

    /// Another instance on the same database, folder and keys.
    pub fn beside(&self) -> Self {
        Self::begin(self.folder.clone(), self.url.clone(), self.variables.clone())
    }

    fn begin(folder: PathBuf, url: String, variables: Vec<(&'static str, &'static str)>) -> Self {
        let port = free_port();
        let child = start(&folder, &url, port, &variables);
        let server = Self { child, port, folder, url, variables, _home: None };
        server.ready();
        server
    }

    fn ready(&self) {
        let began = Instant::now();
        while began.elapsed() < Duration::from_secs(30) {
            if self.ask("GET /readyz", "").is_some_and(|answer| answer.contains(" 200 ")) {
                return;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("the server does not become ready");
    }

    pub fn ask(&self, line: &str, rest: &str) -> Option<String> {
        ask(self.port, line, rest)
    }

    /// A failed sign-in: it is acknowledged by a 401 and leaves one row in the trail.
    pub fn write(&self, number: usize) -> Option<String> {
        self.write_at(self.port, number)
    }

    /// The same, through whatever listens at a port.
    pub fn write_at(&self, port: u16, number: usize) -> Option<String> {
        let body = format!("{{\"login\":\"N{number}\",\"password\":\"wrong\"}}");
        let rest = format!(
            "content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
        ask(port, "POST /api/v1/sessions", &rest)
    }

    /// Kills the program without waiting for its end.
    pub fn strike(&self) {
        let done = Command::new("kill").args(["-KILL", &self.child.id().to_string()]).status();
        assert!(done.expect("kill").success());
    }

    pub fn kill(&mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("gone");
    }

    pub fn restart(&mut self) -> Duration {
        let began = Instant::now();
        self.child = start(&self.folder, &self.url, self.port, &self.variables);
        self.ready();
        began.elapsed()
    }

    async fn events(&self) -> u64 {
        let db = app::Db::open(&self.url, 2).await.expect("the database");
        let (events, _) = store::audit::counts(&db.read()).await.expect("a count");
        db.close().await.expect("closed");
        events
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// One request over a connection of its own; nothing when the server is gone.
pub(crate) fn ask(port: u16, line: &str, rest: &str) -> Option<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(30))).ok()?;
    let request = format!("{line} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n{rest}\r\n");
    stream.write_all(request.as_bytes()).ok()?;
    let mut answer = vec![];
    stream.read_to_end(&mut answer).ok()?;
    let answer = String::from_utf8_lossy(&answer).into_owned();
    (!answer.is_empty()).then_some(answer)
}

pub(crate) fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address").port()
}

fn start(folder: &Path, url: &str, port: u16, variables: &[(&str, &str)]) -> Child {
    Command::new(program())
        .arg("serve")
        .env("DATABASE_URL", url)
        .env("TISHENG_DATA_DIR", folder)
        .env("TISHENG_BIND", format!("127.0.0.1:{port}"))
        .env("TISHENG_LOG", "warn")
        .env("TISHENG_REQUESTS_PER_MINUTE", "0")
        .envs(variables.iter().copied())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program")
}

#[actix_web::test]
async fn killed_at_any_instant_nothing_acknowledged_is_lost_and_it_starts_again_at_once() {
    let mut server = Server::new().await;
    let mut acknowledged = 0_u64;
    for round in 0..rounds(3, 50) {
        let until = Instant::now() + Duration::from_millis(60 + 37 * (round as u64 % 11));
        std::thread::scope(|scope| {
            let server = &server;
            let writers: Vec<_> = (0..4)
                .map(|writer| {
                    scope.spawn(move || {
                        let mut done = 0;
                        while Instant::now() < until {
                            let number = round * 1_000_000 + writer * 10_000 + done;
                            let answer = server.write(number);
                            if answer.is_some_and(|answer| answer.contains(" 401 ")) {
                                done += 1;
                            }
                        }
                        done as u64
                    })
                })
                .collect();
            acknowledged +=
                writers.into_iter().map(|one| one.join().expect("counted")).sum::<u64>();
        });
        server.kill();
        let took = server.restart();
        // Beside other tests it may wait for a processor; the long rounds have one to themselves.
        let most = Duration::from_secs(rounds(5, 2) as u64);
        assert!(took < most, "it took {took:?} to start again");
        let kept = server.events().await;
        assert!(kept >= acknowledged, "{acknowledged} were acknowledged, {kept} are there");
    }
    assert!(acknowledged > 10, "only {acknowledged} writes were tried");
}

#[actix_web::test]
async fn asked_to_stop_it_finishes_what_it_has() {
    let mut server = Server::new().await;
    let id = server.child.id().to_string();
    let answer = std::thread::scope(|scope| {
        let server = &server;
        let asking = scope.spawn(|| server.write(1));
        std::thread::sleep(Duration::from_millis(5));
        let asked = Command::new("kill").args(["-TERM", &id]).status();
        assert!(asked.expect("kill").success());
        asking.join().expect("an answer")
    });
    assert!(answer.is_none_or(|answer| answer.contains(" 401 ")), "half an answer came");
    let status = server.child.wait().expect("an end");
    assert!(status.success(), "{status}");
    let db = app::Db::open(&server.url, 2).await.expect("the database");
    let found = app::audit::verify(&db.read(), None).await.expect("a verdict");
    assert!(found.intact && found.unsealed == 0, "{found:?}");
}

/// T58: figures are served on a port of their own, which need not be open to the world.
#[actix_web::test]
async fn the_figures_are_on_another_port_only() {
    let apart = free_port();
    let bind = format!("127.0.0.1:{apart}").leak();
    let server = Server::with(&[("TISHENG_METRICS_BIND", bind)]).await;
    let figures = ask(apart, "GET /metrics", "").expect("figures");
    assert!(figures.contains("tisheng_audit_unsealed_events 0"), "{figures}");
    assert!(figures.contains("tisheng_http_request_duration_seconds"), "{figures}");
    let here = ask(server.port, "GET /metrics", "").expect("an answer");
    assert!(!here.contains("tisheng_"), "{here}");
}

#[actix_web::test]
async fn a_body_that_does_not_come_holds_nothing_for_long() {
    let server = Server::new().await;
    let began = Instant::now();
    let mut stalled = vec![];
    for _ in 0..rounds(20, 2000) {
        let mut stream = TcpStream::connect(("127.0.0.1", server.port)).expect("a connection");
        let head = "POST /api/v1/sessions HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n\
                    content-length: 1000\r\n\r\n{";
        stream.write_all(head.as_bytes()).expect("sent");
        stream.set_read_timeout(Some(Duration::from_secs(35))).expect("set");
        stalled.push(stream);
    }
    let others = Instant::now();
    assert!(server.ask("GET /livez", "").is_some());
    assert!(others.elapsed() < Duration::from_secs(2));
    for mut stream in stalled {
        let mut answer = [0_u8; 64];
        let read = stream.read(&mut answer).expect("an end");
        let answer = String::from_utf8_lossy(&answer[..read]).into_owned();
        assert!(read == 0 || answer.contains(" 408 "), "{answer}");
    }
    assert!(began.elapsed() < Duration::from_secs(30), "{:?}", began.elapsed());
}
