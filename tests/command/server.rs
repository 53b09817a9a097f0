//! A server that takes what is posted to it, and answers as it is told.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// What was posted.
#[derive(Clone, Debug, Default)]
pub struct Posted {
    pub line: String,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Posted {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// How a request is answered.
#[derive(Clone, Copy, Debug)]
pub enum Answer {
    Status(u16),
    /// With a redirect to another path of the server.
    Elsewhere,
    /// By hanging up.
    Nothing,
    /// Not at all, for as long as the other side waits.
    Silence,
}

/// A server of this machine.
pub struct Server {
    pub url: String,
    posted: Arc<Mutex<Vec<Posted>>>,
}

impl Server {
    /// Gives these answers one after another, and then 200.
    pub fn answering(answers: &[Answer]) -> Server {
        Server::on(TcpListener::bind("127.0.0.1:0").unwrap(), answers)
    }

    /// The same, where somebody listens already.
    pub fn on(listener: TcpListener, answers: &[Answer]) -> Server {
        let url = format!("http://{}/hook?from=leadscore", listener.local_addr().unwrap());
        let posted = Arc::new(Mutex::new(Vec::new()));
        let answers = Arc::new(Mutex::new(answers.iter().copied().collect::<VecDeque<_>>()));
        let taken = Arc::clone(&posted);
        // Ends with the tests.
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (taken, answers) = (Arc::clone(&taken), Arc::clone(&answers));
                std::thread::spawn(move || serve(stream.unwrap(), &taken, &answers));
            }
        });
        Server { url, posted }
    }

    /// What was posted so far.
    pub fn posted(&self) -> Vec<Posted> {
        self.posted.lock().unwrap().clone()
    }

    /// The keys of what was posted so far.
    pub fn keys(&self) -> Vec<String> {
        self.posted().iter().map(|posted| posted.header("idempotency-key").unwrap().to_owned()).collect()
    }
}

/// Answers what comes by one connection.
fn serve(stream: TcpStream, taken: &Mutex<Vec<Posted>>, answers: &Mutex<VecDeque<Answer>>) {
    let mut output = stream.try_clone().unwrap();
    let mut input = BufReader::new(stream);
    while let Some(posted) = request(&mut input) {
        taken.lock().unwrap().push(posted);
        let answer = answers.lock().unwrap().pop_front().unwrap_or(Answer::Status(200));
        let (status, more) = match answer {
            Answer::Status(status) => (status, ""),
            Answer::Elsewhere => (307, "Location: /elsewhere\r\n"),
            Answer::Nothing => return,
            Answer::Silence => {
                let _ = input.read(&mut [0]);
                return;
            }
        };
        write!(output, "HTTP/1.1 {status} As told\r\n{more}Content-Length: 4\r\n\r\nbody").unwrap();
    }
}

fn request(input: &mut impl BufRead) -> Option<Posted> {
    let mut posted = Posted::default();
    input.read_line(&mut posted.line).ok().filter(|length| *length > 0)?;
    loop {
        let mut header = String::new();
        input.read_line(&mut header).ok()?;
        match header.trim().split_once(": ") {
            Some((name, value)) => posted.headers.push((name.to_ascii_lowercase(), value.to_owned())),
            None => break,
        }
    }
    let mut body = vec![0; posted.header("content-length")?.parse().ok()?];
    input.read_exact(&mut body).ok()?;
    posted.body = String::from_utf8(body).ok()?;
    Some(posted)
}
