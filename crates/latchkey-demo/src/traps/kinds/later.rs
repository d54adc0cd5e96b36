//! The kinds of the last years: polls, events, invitations, business, channels.

use super::file;
use crate::draft::{
    Answer, Body, BusinessDraft, ButtonDraft, ChatAddress, ChatDraft, ChatNo, EventDraft,
    FiguresDraft, FileKind, PersonNo, PollDraft, VoteDraft,
};
use crate::traps::sketch::{Outcome, Sketch};

pub(super) fn plans(
    sketch: &mut Sketch,
    group: ChatNo,
    (ana, ben): (PersonNo, PersonNo),
) -> Outcome {
    let at = sketch.clock;
    let vote = |from, options: &[usize], later| VoteDraft {
        from,
        options: options.to_vec(),
        at: at + later,
    };
    for quiz in [false, true] {
        let word = if quiz { "quizword" } else { "pollword" };
        let poll = PollDraft {
            question: format!("when do we meet: {word}ibis?"),
            options: vec![format!("{word}avocet"), format!("{word}dipper")],
            votes: vec![
                vote(Some(ana), &[0], 1_000),
                vote(Some(ben), &[0, 1], 2_000),
                vote(None, &[1], 3_000),
                // changed, and taken back
                vote(Some(ana), &[1], 4_000),
                vote(Some(ben), &[], 5_000),
            ],
            choices: 1,
            ends: Some(at + 86_400_000),
            unknown_votes: 3,
            quiz,
        };
        let row = sketch.body(group, Some(ana), Body::Poll(poll))?;
        if !quiz {
            let file = file("image/jpeg", None);
            let kind = FileKind::Image;
            let body = Body::File {
                kind,
                caption: None,
                file,
            };
            let mut picture = sketch.draft(group, Some(ana), body);
            picture.parent = Some((row, 6));
            sketch.put(&picture)?;
        }
    }
    let answer = |from, response, guests, later| Answer {
        from,
        response,
        guests,
        at: at + later,
    };
    sketch.body(
        group,
        Some(ana),
        Body::Event(EventDraft {
            name: "Eventword whimbrel".to_owned(),
            description: Some("bring a gadwallcake".to_owned()),
            place: "At the eventplace".to_owned(),
            link: Some("https://call.example.org/x".to_owned()),
            start: at + 86_400_000,
            end: Some(at + 90_000_000),
            cancelled: true,
            answers: vec![
                answer(Some(ana), 1, 2, 1_000),
                answer(Some(ben), 2, 0, 2_000),
                answer(Some(ben), 3, 1, 3_000),
                answer(None, 1, 0, 4_000),
            ],
        }),
    )?;
    let invite = Body::GroupInvite {
        group: "Groupword pochard".to_owned(),
        chat: Some(group),
        code: "AbCdEf".to_owned(),
    };
    sketch.body(group, Some(ben), invite)?;
    let invite = Body::ChannelInvite {
        channel: "Channelword smew".to_owned(),
    };
    sketch.body(group, Some(ben), invite)?;
    sketch.plant(&[
        "pollwordibis",
        "pollwordavocet",
        "pollworddipper",
        "quizwordibis",
        "quizwordavocet",
        "whimbrel",
        "gadwallcake",
        "pochard",
        "smew",
    ]);
    Ok(())
}

pub(super) fn business(sketch: &mut Sketch, chat: ChatNo, ana: PersonNo) -> Outcome {
    let mut all = Vec::new();
    for number in 25..=28 {
        all.push(BusinessDraft::Template {
            number,
            text: format!("your parcel comes: templateword{number}x"),
            footer: Some(format!("small print footword{number}x")),
            buttons: vec![ButtonDraft {
                text: format!("Press buttonword{number}x"),
                target: Some("https://shop.example.com".to_owned()),
                chosen: number == 26,
            }],
        });
    }
    all.push(BusinessDraft::TemplateReply("replyword fulmar".to_owned()));
    for number in [45, 55, 57] {
        let newer = number == 45;
        all.push(BusinessDraft::Elements {
            number,
            content: format!(r#"{{"title":"t","description":"choose: elementword{number}x"}}"#),
            description: newer.then(|| format!("choose: elementword{number}x")),
            footer: None,
            button: None,
        });
    }
    for number in [46, 49] {
        all.push(BusinessDraft::ElementsReply {
            number,
            values: "{}".to_owned(),
            description: format!("I choose choiceword{number}x"),
        });
    }
    all.push(BusinessDraft::Product {
        title: "Productword turnstone".to_owned(),
        description: "A thing".to_owned(),
        currency: "EUR".to_owned(),
        amount_1000: 12_990,
        picture: file("image/jpeg", None),
    });
    all.push(BusinessDraft::Order {
        title: "Orderword sanderling".to_owned(),
        message: "two of them".to_owned(),
        items: 2,
        currency: "EUR".to_owned(),
        total_1000: 25_980,
        status: 1,
    });
    all.push(BusinessDraft::Payment {
        note: Some("for the cake: dotterelpay".to_owned()),
        currency: "INR".to_owned(),
        amount_1000: 250_000,
        status: 405,
    });
    for one in all {
        sketch.body(chat, Some(ana), Body::Business(one))?;
    }
    for number in 25..=28 {
        for word in ["templateword", "footword", "buttonword"] {
            sketch.writer.plant(&format!("{word}{number}x"));
        }
    }
    sketch.plant(&[
        "fulmar",
        "elementword45x",
        "elementword55x",
        "elementword57x",
        "choiceword46x",
        "choiceword49x",
        "turnstone",
        "sanderling",
        "dotterelpay",
    ]);
    Ok(())
}

pub(super) fn channel(sketch: &mut Sketch) -> Outcome {
    let mut channel = ChatDraft::at(ChatAddress::Channel("120363111111111111".to_owned()));
    channel.subject = Some("Library".to_owned());
    channel.description = Some("What is new".to_owned());
    let channel = sketch.chat_of(channel)?;
    let mut post = sketch.draft(
        channel,
        None,
        Body::Text("new books: wagtailpost".to_owned()),
    );
    post.from_me = false;
    post.figures = Some(FiguresDraft {
        views: 1_834,
        reactions: vec![("❤️".to_owned(), 211), ("👍".to_owned(), 17)],
    });
    sketch.put(&post)?;
    sketch.plant(&["wagtailpost"]);
    Ok(())
}
