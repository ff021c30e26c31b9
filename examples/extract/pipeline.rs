//! Work spread over threads, its results in order.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// How many items each thread may be ahead of the one whose result is due: what bounds memory.
const AHEAD: usize = 16;

/// The stack of a thread that works: web pages may be nested deeply.
const STACK: usize = 64 << 20;

/// The results of spread work, in the order of the items.
pub struct Results<R> {
    due: Receiver<Receiver<R>>,
    next: Option<Receiver<R>>,
}

pub enum Next<R> {
    Ready(R),
    /// The work on an item failed without a result.
    Failed,
    NotYet,
    End,
}

/// Gives the items that `source` passes on to `jobs` threads. `source` runs on a thread of its own and is told `false` when nobody wants
/// more.
pub fn spread<T, R, S, W>(jobs: usize, source: S, work: W) -> Results<R>
where
    T: Send + 'static,
    R: Send + 'static,
    S: FnOnce(&mut dyn FnMut(T) -> bool) + Send + 'static,
    W: Fn(T) -> R + Send + Sync + 'static,
{
    let (give, take) = sync_channel::<(T, SyncSender<R>)>(jobs * AHEAD);
    let (promise, due) = sync_channel::<Receiver<R>>(jobs * AHEAD);
    let (take, work) = (Arc::new(Mutex::new(take)), Arc::new(work));
    for _ in 0..jobs {
        let (take, work) = (take.clone(), work.clone());
        let worker = move || {
            loop {
                let next = take.lock().map(|take| take.recv());
                let Ok(Ok((item, result))) = next else { break };
                // A panic loses one result; the message is on standard error.
                if let Ok(done) = catch_unwind(AssertUnwindSafe(|| work(item))) {
                    result.send(done).ok();
                }
            }
        };
        thread::Builder::new().stack_size(STACK).spawn(worker).expect("the system starts threads");
    }
    thread::spawn(move || {
        source(&mut |item| {
            let (result, promised) = sync_channel(1);
            // The place in the order first: a full queue holds the source back.
            promise.send(promised).is_ok() && give.send((item, result)).is_ok()
        });
    });
    Results { due, next: None }
}

impl<R> Results<R> {
    /// The next result, if it is there or comes within `patience`.
    pub fn next(&mut self, patience: Duration) -> Next<R> {
        use std::sync::mpsc::RecvTimeoutError::{Disconnected, Timeout};
        if self.next.is_none() {
            self.next = match self.due.recv_timeout(patience) {
                Ok(promised) => Some(promised),
                Err(Timeout) => return Next::NotYet,
                Err(Disconnected) => return Next::End,
            };
        }
        let Some(promised) = &self.next else { return Next::NotYet };
        let result = match promised.try_recv() {
            Ok(result) => Next::Ready(result),
            Err(TryRecvError::Disconnected) => Next::Failed,
            Err(TryRecvError::Empty) => match promised.recv_timeout(patience) {
                Ok(result) => Next::Ready(result),
                Err(Timeout) => return Next::NotYet,
                Err(Disconnected) => Next::Failed,
            },
        };
        self.next = None;
        result
    }
}
