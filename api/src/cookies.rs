//! The refresh cookie: HttpOnly, SameSite, and `__Host-` wherever there is TLS.

use actix_web::{
    HttpRequest,
    cookie::{Cookie, SameSite, time::Duration},
};
use app::accounts::Opened;
use chrono::{DateTime, Utc};

use crate::config::Config;

fn name(config: &Config) -> &'static str {
    if config.is_secure() { "__Host-tisheng-refresh" } else { "tisheng-refresh" }
}

/// The cookie that carries a refresh token.
pub fn refresh(config: &Config, opened: &Opened, now: DateTime<Utc>) -> Cookie<'static> {
    let life = opened.refresh_expires_at.signed_duration_since(now).num_seconds();
    build(config, opened.refresh.clone(), life)
}

/// The cookie that takes the refresh token away.
pub fn none(config: &Config) -> Cookie<'static> {
    build(config, String::new(), 0)
}

pub fn read(config: &Config, request: &HttpRequest) -> Option<String> {
    request.cookie(name(config)).map(|cookie| cookie.value().to_owned())
}

/// The cookie by which a device is known again for half a year.
pub fn device(config: &Config, opened: &Opened) -> Cookie<'static> {
    let mut cookie = build(config, opened.device.clone(), 180 * 24 * 3600);
    cookie.set_name(device_name(config));
    cookie
}

pub fn device_of(config: &Config, request: &HttpRequest) -> Option<String> {
    request.cookie(device_name(config)).map(|cookie| cookie.value().to_owned())
}

fn device_name(config: &Config) -> &'static str {
    if config.is_secure() { "__Host-tisheng-device" } else { "tisheng-device" }
}

fn build(config: &Config, value: String, life: i64) -> Cookie<'static> {
    Cookie::build(name(config), value)
        .path("/")
        .http_only(true)
        .secure(config.is_secure())
        .same_site(SameSite::Strict)
        .max_age(Duration::seconds(life))
        .finish()
}
