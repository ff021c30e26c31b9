//! Many documents: their order, and how the reading ends early.

use crate::tool::{Output, extract, json, start};
use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::Command;
use std::time::{Duration, Instant};

/// Lines with texts of very different lengths.
fn corpus(lines: usize) -> String {
    let mut corpus = String::new();
    for line in 0..lines {
        let text = "Joe Biden a rencontré Xi Jinping à Berlin. ".repeat(line * 7 % 5);
        writeln!(corpus, "{{\"id\":{line},\"text\":\"{text}\"}}").expect("written");
    }
    corpus
}

#[test]
fn order_is_that_of_the_input_with_any_number_of_jobs() {
    let corpus = corpus(150);
    let outputs = ["1", "2", "7"].map(|jobs| {
        let Output { code, out, err } = extract(&["--jsonl", "--format", "jsonl", "--jobs", jobs], &corpus);
        assert_eq!((code, err.as_str()), (Some(0), ""));
        out
    });
    let ids: Vec<_> = outputs[0].lines().map(|line| json(line)["id"].as_str().expect("an id").to_owned()).collect();
    assert_eq!(ids, (0..150).map(|id| id.to_string()).collect::<Vec<_>>());
    assert!(outputs[1] == outputs[0] && outputs[2] == outputs[0]);
    let few = self::corpus(30);
    // Networks and pages, too, are put together in order.
    for format in ["dot", "graphml", "html", "csv", "conll"] {
        let [one, five] = ["1", "5"].map(|jobs| extract(&["--jsonl", "--format", format, "--jobs", jobs], &few).out);
        assert!(one == five, "{format}");
    }
}

#[test]
fn faults_are_told_in_order_and_do_not_stop_the_rest() {
    let mut corpus = corpus(100);
    corpus.insert_str(corpus.match_indices('\n').nth(49).expect("a line").0 + 1, "no JSON\n");
    corpus.push_str("{}\n");
    let Output { code, out, err } = extract(&["--jsonl", "--format", "jsonl", "--jobs", "3"], &corpus);
    assert_eq!((code, out.lines().count()), (Some(1), 100));
    let lines: Vec<_> = err.lines().map(|line| line.split(": ").next().unwrap_or("")).collect();
    assert_eq!(lines, ["standard input:51", "standard input:102"]);
}

/// A line is answered before the next one is there.
#[test]
fn results_come_as_soon_as_they_are_known() {
    let mut child = start(&["--jsonl", "--format", "jsonl"]);
    let (mut input, output) = (child.stdin.take().expect("a pipe"), child.stdout.take().expect("a pipe"));
    let mut output = BufReader::new(output).lines();
    for id in 0..3 {
        writeln!(input, "{{\"id\":{id},\"text\":\"Rien.\"}}").expect("written");
        let line = output.next().expect("a line").expect("a line");
        assert_eq!(json(&line)["id"], id.to_string());
    }
    drop(input);
    assert!(child.wait().expect("an end").success());
}

#[test]
fn a_closed_pipe_ends_it_in_peace() {
    for format in ["jsonl", "csv", "html", "text"] {
        let mut child = start(&["--jsonl", "--format", format]);
        let (mut input, mut output) = (child.stdin.take().expect("a pipe"), child.stdout.take().expect("a pipe"));
        let corpus = corpus(3000);
        let writer = std::thread::spawn(move || input.write_all(corpus.as_bytes()).is_err());
        output.read_exact(&mut [0; 10]).expect("a beginning");
        drop(output);
        let ended = child.wait_with_output().expect("an end");
        assert_eq!((ended.status.code(), String::from_utf8_lossy(&ended.stderr).as_ref()), (Some(0), ""), "{format}");
        writer.join().expect("the writer ends");
    }
}

/// Whole lines, and the code that shells expect.
#[cfg(unix)]
#[test]
fn an_interrupt_ends_it_after_a_document() {
    for (format, end) in [("jsonl", "}\n"), ("html", "</html>\n"), ("dot", "}\n")] {
        let mut child = start(&["--jsonl", "--format", format]);
        let mut input = child.stdin.take().expect("a pipe");
        input.write_all(corpus(20).as_bytes()).expect("written");
        // It has read all, and waits for more.
        std::thread::sleep(Duration::from_millis(600));
        let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill");
        assert!(sent.success());
        let since = Instant::now();
        let ended = child.wait_with_output().expect("an end");
        assert!(since.elapsed() < Duration::from_secs(20));
        drop(input);
        let out = String::from_utf8(ended.stdout).expect("UTF-8");
        assert_eq!((ended.status.code(), ended.stderr.len()), (Some(130), 0), "{format}");
        assert!(out.ends_with(end), "{format}: {out}");
        if format == "jsonl" {
            assert!(out.lines().all(|line| json(line)["text"].is_string()));
        }
    }
}
