//! Messages of businesses: templates, lists, buttons, products, orders and payments.

mod elements;

use crate::messages::tables::{Beside, Tables};
use crate::value;
use crate::{Business, Button};

/// Buttons of one message that are kept.
const MOST_BUTTONS: usize = 200;

/// A message of a business, and the text that the app shows of it.
pub(super) struct Found {
    pub(super) business: Business,
    pub(super) body: Option<String>,
    /// Money was sent, asked for or billed.
    pub(super) payment: bool,
}

/// What the tables of businesses say of a message.
pub(super) fn of(tables: &mut Tables<'_>, id: i64) -> rusqlite::Result<Option<Found>> {
    let mut found = Found {
        business: Business::default(),
        body: None,
        payment: false,
    };
    template(tables, id, &mut found)?;
    buttons(tables, id, &mut found.business)?;
    elements::read(tables, id, &mut found)?;
    goods(tables, id, &mut found.business)?;
    money(tables, id, &mut found)?;
    let empty = found.business == Business::default() && found.body.is_none() && !found.payment;
    Ok((!empty).then_some(found))
}

fn template(tables: &mut Tables<'_>, id: i64, found: &mut Found) -> rusqlite::Result<()> {
    let texts = tables.one(Beside::Template, id, |row| {
        (value::text(row, 1), value::text(row, 2))
    })?;
    if let Some((body, footer)) = texts {
        found.body = body;
        found.business.footer = footer;
    }
    Ok(())
}

/// The buttons of a template. A button holds the number of the one that was chosen, itself among them.
fn buttons(tables: &mut Tables<'_>, id: i64, business: &mut Business) -> rusqlite::Result<()> {
    let (mut place, mut unused) = (0_i64, 0);
    tables.each(Beside::Buttons, id, &mut |row| {
        let chosen = match value::integer(row, 3) {
            Some(selected) => selected == place && value::flag(row, 4),
            None => value::flag(row, 4),
        };
        match value::text(row, 1) {
            Some(text) if business.buttons.len() < MOST_BUTTONS => business.buttons.push(Button {
                text,
                target: value::text(row, 2),
                chosen,
            }),
            _ => unused += 1,
        }
        place += 1;
    })?;
    tables.pass_over(Beside::Buttons, unused);
    Ok(())
}

/// A product or an order.
fn goods(tables: &mut Tables<'_>, id: i64, business: &mut Business) -> rusqlite::Result<()> {
    let product = tables.one(Beside::Product, id, |row| Business {
        title: value::text(row, 1),
        description: value::text(row, 2).or_else(|| value::text(row, 3)),
        footer: value::text(row, 4),
        currency: value::text(row, 5),
        // A reduced price is the price.
        amount_1000: value::integer(row, 7)
            .filter(|&amount| amount > 0)
            .or_else(|| value::integer(row, 6)),
        ..Business::default()
    })?;
    let order = tables.one(Beside::Order, id, |row| Business {
        title: value::text(row, 1),
        description: value::text(row, 2),
        items: value::positive(row, 3),
        status: value::integer(row, 4),
        currency: value::text(row, 5),
        amount_1000: value::integer(row, 6),
        ..Business::default()
    })?;
    for more in [product, order].into_iter().flatten() {
        complete(business, more);
    }
    Ok(())
}

/// Money: what was paid, what was asked for, what was billed.
fn money(tables: &mut Tables<'_>, id: i64, found: &mut Found) -> rusqlite::Result<()> {
    let paid = tables.one(Beside::Transaction, id, |row| Business {
        amount_1000: value::integer(row, 1),
        currency: value::text(row, 2),
        status: value::integer(row, 3),
        ..Business::default()
    })?;
    let noted = tables.one(Beside::Payment, id, |row| Business {
        title: value::text(row, 1),
        ..Business::default()
    })?;
    let billed = tables.one(Beside::Invoice, id, |row| Business {
        title: value::text(row, 1),
        description: value::text(row, 2),
        status: value::integer(row, 3),
        ..Business::default()
    })?;
    for more in [paid, noted, billed].into_iter().flatten() {
        found.payment = true;
        complete(&mut found.business, more);
    }
    Ok(())
}

/// Adds what is not yet known.
fn complete(business: &mut Business, more: Business) {
    business.title = business.title.take().or(more.title);
    business.description = business.description.take().or(more.description);
    business.footer = business.footer.take().or(more.footer);
    let room = MOST_BUTTONS.saturating_sub(business.buttons.len());
    business.buttons.extend(more.buttons.into_iter().take(room));
    business.items = business.items.or(more.items);
    business.amount_1000 = business.amount_1000.or(more.amount_1000);
    business.currency = business.currency.take().or(more.currency);
    business.status = business.status.or(more.status);
}
