//! The service under test, put together once for each county.

use std::rc::Rc;

use actix_http::Request;
use actix_web::{App, dev::ServiceResponse, middleware::from_fn, test};
use futures_util::future::LocalBoxFuture;

use crate::County;

/// Answers a request.
pub type Server = Rc<dyn Fn(Request) -> LocalBoxFuture<'static, ServiceResponse>>;

impl County {
    /// The county's server; building it anew for each request would cost more than the request.
    pub(crate) async fn server(&self) -> &Server {
        let start = || async {
            let app =
                App::new().wrap(from_fn(api::around)).configure(api::configure(self.state.clone()));
            let service = Rc::new(test::init_service(app).await);
            let ask: Server = Rc::new(move |request| {
                let service = service.clone();
                Box::pin(async move {
                    test::call_service(&*service, request).await.map_into_boxed_body()
                })
            });
            ask
        };
        self.server.get_or_init(start).await
    }
}
