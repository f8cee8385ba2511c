//! Settings: built-in values, then a TOML file, then `TISHENG_*` variables, then flags.

use std::path::PathBuf;

use clap::Args;
use figment::{
    Figment,
    providers::{Format, Serialized, Toml},
};
use serde::{Deserialize, Serialize};

/// Settings that can be given; what is not given keeps its built-in value.
#[derive(Debug, Clone, Default, Args, Serialize)]
pub struct Given {
    /// TOML file with any of these settings (names with underscores)
    #[arg(long, env = "TISHENG_CONFIG")]
    #[serde(skip)]
    pub config: Option<PathBuf>,
    /// Address to listen on [default: 127.0.0.1:8080]
    #[arg(long, env = "TISHENG_BIND")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bind: Option<String>,
    /// sqlite:FILE or postgres://… [default: sqlite:DATA_DIR/tisheng.sqlite]
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub database_url: Option<String>,
    /// Folder for the SQLite file, uploaded files and keys [default: .var]
    #[arg(long, env = "TISHENG_DATA_DIR")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_dir: Option<PathBuf>,
    /// Key file; made at the first start if missing [default: DATA_DIR/keys.json]
    #[arg(long, env = "TISHENG_KEY_FILE")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key_file: Option<PathBuf>,
    /// development or production [default: development]
    #[arg(long, env = "TISHENG_ENV")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub env: Option<String>,
    /// Address people use, for links and cookies [default: http://BIND]
    #[arg(long, env = "TISHENG_PUBLIC_URL")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public_url: Option<String>,
    /// Database connections [default: 8]
    #[arg(long, env = "TISHENG_CONNECTIONS")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connections: Option<u32>,
    /// HTTP worker threads [default: one per core]
    #[arg(long, env = "TISHENG_WORKERS")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub workers: Option<usize>,
    /// Addresses of reverse proxies whose X-Forwarded-For is believed
    #[arg(long, env = "TISHENG_TRUSTED_PROXIES", value_delimiter = ',')]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trusted_proxies: Option<Vec<String>>,
    /// Origins of other sites that may call the API from a browser
    #[arg(long, env = "TISHENG_CORS_ORIGINS", value_delimiter = ',')]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cors_origins: Option<Vec<String>>,
    /// The most an uploaded file may hold, in MiB [default: 100]
    #[arg(long, env = "TISHENG_FILE_MIB")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_mib: Option<u32>,
    /// How many files one person may have uploaded [default: 200]
    #[arg(long, env = "TISHENG_PERSON_FILES")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person_files: Option<u32>,
    /// What one person's files may hold together, in MiB [default: 2048]
    #[arg(long, env = "TISHENG_PERSON_MIB")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person_mib: Option<u32>,
    /// What the files of one project may hold together, in MiB [default: 204800]
    #[arg(long, env = "TISHENG_PROJECT_MIB")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project_mib: Option<u32>,
    /// Bucket of an S3-compatible store for uploaded files [default: none, DATA_DIR/files]
    #[arg(long, env = "TISHENG_S3_BUCKET")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub s3_bucket: Option<String>,
    /// Address of that store, such as https://minio.example:9000 [default: Amazon's]
    #[arg(long, env = "TISHENG_S3_ENDPOINT")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub s3_endpoint: Option<String>,
    /// Region of the bucket [default: us-east-1]
    #[arg(long, env = "TISHENG_S3_REGION")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub s3_region: Option<String>,
    /// Key that signs requests to the bucket
    #[arg(long, env = "TISHENG_S3_ACCESS_KEY")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub s3_access_key: Option<String>,
    /// Secret of that key; better given as a variable or in the file than as a flag
    #[arg(long, env = "TISHENG_S3_SECRET_KEY", hide_env_values = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub s3_secret_key: Option<String>,
    /// Folder for the backups that an operator starts over HTTP [default: DATA_DIR/backups]
    #[arg(long, env = "TISHENG_BACKUP_DIR")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub backup_dir: Option<PathBuf>,
    /// Requests that one account, or one address without an account, may make in a minute; 0 for
    /// no limit [default: 6000]
    #[arg(long, env = "TISHENG_REQUESTS_PER_MINUTE")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requests_per_minute: Option<u32>,
    /// Address for /metrics (Prometheus), such as 127.0.0.1:9090 [default: none]
    #[arg(long, env = "TISHENG_METRICS_BIND")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metrics_bind: Option<String>,
    /// Seconds between saying "not ready" and taking no new connections, when asked to stop, so
    /// that a load balancer looks elsewhere first [default: 0]
    #[arg(long, env = "TISHENG_DRAIN_SECONDS")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub drain_seconds: Option<u64>,
    /// Start even where the database may lose acknowledged writes
    #[arg(long = "i-accept-data-loss", env = "TISHENG_I_ACCEPT_DATA_LOSS")]
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub i_accept_data_loss: bool,
    /// Log filter, such as info or tisheng=debug [default: info]
    #[arg(long, env = "TISHENG_LOG")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub log: Option<String>,
}

/// Settings in force.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    pub bind: String,
    pub database_url: String,
    pub data_dir: PathBuf,
    pub key_file: PathBuf,
    pub env: String,
    pub public_url: String,
    pub connections: u32,
    pub workers: usize,
    pub trusted_proxies: Vec<String>,
    pub cors_origins: Vec<String>,
    pub file_mib: u32,
    pub person_files: u32,
    pub person_mib: u32,
    pub project_mib: u32,
    pub s3_bucket: String,
    pub s3_endpoint: String,
    pub s3_region: String,
    pub s3_access_key: String,
    pub s3_secret_key: String,
    pub backup_dir: PathBuf,
    pub requests_per_minute: u32,
    pub metrics_bind: String,
    pub drain_seconds: u64,
    pub i_accept_data_loss: bool,
    pub log: String,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            bind: "127.0.0.1:8080".to_owned(),
            database_url: String::new(),
            data_dir: PathBuf::from(".var"),
            key_file: PathBuf::new(),
            env: "development".to_owned(),
            public_url: String::new(),
            connections: 8,
            workers: std::thread::available_parallelism().map_or(1, std::num::NonZero::get),
            trusted_proxies: vec![],
            cors_origins: vec![],
            file_mib: 100,
            person_files: 200,
            person_mib: 2_048,
            project_mib: 204_800,
            s3_bucket: String::new(),
            s3_endpoint: String::new(),
            s3_region: "us-east-1".to_owned(),
            s3_access_key: String::new(),
            s3_secret_key: String::new(),
            backup_dir: PathBuf::new(),
            requests_per_minute: 6000,
            metrics_bind: String::new(),
            drain_seconds: 0,
            i_accept_data_loss: false,
            log: "info,sea_orm_migration=warn".to_owned(),
        }
    }
}

impl Config {
    /// Puts the layers together and fills in what follows from other settings.
    pub fn load(given: &Given) -> anyhow::Result<Self> {
        let mut layers = Figment::from(Serialized::defaults(Self::default()));
        if let Some(file) = &given.config {
            anyhow::ensure!(file.is_file(), "there is no configuration file {}", file.display());
            layers = layers.merge(Toml::file(file));
        }
        let mut config: Self = layers.merge(Serialized::defaults(given)).extract()?;
        if config.database_url.is_empty() {
            let file = config.data_dir.join("tisheng.sqlite");
            config.database_url = format!("sqlite:{}?mode=rwc", file.display());
        }
        if config.key_file.as_os_str().is_empty() {
            config.key_file = config.data_dir.join("keys.json");
        }
        if config.backup_dir.as_os_str().is_empty() {
            config.backup_dir = config.data_dir.join("backups");
        }
        if config.public_url.is_empty() {
            config.public_url = format!("http://{}", config.bind);
        }
        anyhow::ensure!(
            config.env == "development" || config.env == "production",
            "TISHENG_ENV is development or production, not {}",
            config.env
        );
        anyhow::ensure!(
            config.s3_access_key.is_empty() == config.s3_secret_key.is_empty(),
            "TISHENG_S3_ACCESS_KEY and TISHENG_S3_SECRET_KEY go together"
        );
        Ok(config)
    }

    /// How much may be uploaded.
    #[must_use]
    pub fn limits(&self) -> app::attachments::Limits {
        const MIB: i64 = 1024 * 1024;
        let bytes = |mib: u32| i64::from(mib).saturating_mul(MIB);
        app::attachments::Limits {
            file_bytes: u64::from(self.file_mib).saturating_mul(MIB.unsigned_abs()),
            person_files: i64::from(self.person_files),
            person_bytes: bytes(self.person_mib),
            project_bytes: bytes(self.project_mib),
        }
    }

    /// What is backed up, and where backups go that are started over HTTP.
    #[must_use]
    pub fn backups(&self) -> app::backups::Place {
        let (database_url, folder) = (self.database_url.clone(), self.backup_dir.clone());
        app::backups::Place { database_url, folder }
    }

    /// The bucket for uploaded files, where one is named.
    #[must_use]
    pub fn bucket(&self) -> Option<app::attachments::BucketSettings> {
        let settings = app::attachments::BucketSettings {
            bucket: self.s3_bucket.clone(),
            endpoint: self.s3_endpoint.clone(),
            region: self.s3_region.clone(),
            access_key: self.s3_access_key.clone(),
            secret_key: self.s3_secret_key.clone(),
        };
        (!self.s3_bucket.is_empty()).then_some(settings)
    }

    #[must_use]
    pub fn is_production(&self) -> bool {
        self.env == "production"
    }

    /// Whether people reach us over TLS; cookies are `Secure` then.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}
