//! Rows of what businesses send: templates and their buttons, lists, products, orders, payments.

use super::super::{SourceWriter, WriteSourceError};
use crate::draft::{BusinessDraft, MessageDraft};

impl SourceWriter {
    pub(super) fn business_rows(
        &mut self,
        row: i64,
        chat: i64,
        sender: i64,
        business: &BusinessDraft,
        draft: &MessageDraft,
    ) -> Result<(), WriteSourceError> {
        let seller = if sender == 0 {
            self.chats[draft.chat.0].jid
        } else {
            sender
        };
        match business {
            BusinessDraft::Template { text, footer, .. } => {
                self.side(
                    "INSERT INTO message_template (message_row_id, content_text_data, footer_text_data, template_id)
                     VALUES (?1, ?2, ?3, ?4)",
                    (row, text, footer, row.to_string()),
                )?;
                self.button_rows(row, business)
            }
            BusinessDraft::TemplateReply(_) => Ok(()),
            BusinessDraft::Elements {
                number,
                content,
                description,
                footer,
                button,
            } => self.side(
                "INSERT INTO message_ui_elements (message_row_id, element_type, element_content, description,
                 footer_text, button_text, message_type) VALUES (?1, 1, ?2, ?3, ?4, ?5, ?6)",
                (row, content, description, footer, button, number),
            ),
            BusinessDraft::ElementsReply {
                values, description, ..
            } => self.side(
                "INSERT INTO message_ui_elements_reply (message_row_id, element_type, reply_values, reply_description)
                 VALUES (?1, 1, ?2, ?3)",
                (row, values, description),
            ),
            BusinessDraft::Product {
                title,
                description,
                currency,
                amount_1000,
                picture,
            } => {
                self.side(
                    "INSERT INTO message_product (message_row_id, business_owner_jid, product_id, title, description,
                     currency_code, amount_1000, product_image_count) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 1)",
                    (row, seller, row.to_string(), title, description, currency, amount_1000),
                )?;
                self.media_row(row, chat, None, picture, draft.at)
            }
            BusinessDraft::Order {
                title,
                message,
                items,
                currency,
                total_1000,
                status,
            } => self.side(
                "INSERT INTO message_order (message_row_id, order_id, order_title, item_count, status, surface,
                 message, seller_jid, currency_code, total_amount_1000)
                 VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6, ?7, ?8, ?9)",
                (row, row.to_string(), title, items, status, message, seller, currency, total_1000),
            ),
            BusinessDraft::Payment {
                currency,
                amount_1000,
                status,
                ..
            } => self.payment_rows(row, seller, (currency, *amount_1000, *status), draft),
        }
    }

    fn button_rows(&self, row: i64, business: &BusinessDraft) -> Result<(), WriteSourceError> {
        let BusinessDraft::Template { buttons, .. } = business else {
            return Ok(());
        };
        for (index, button) in buttons.iter().enumerate() {
            self.side(
                "INSERT INTO message_template_button (message_row_id, text_data, extra_data, button_type, used,
                 selected_index) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                (
                    row,
                    &button.text,
                    &button.target,
                    if button.target.is_some() { 2 } else { 1 },
                    i64::from(button.chosen),
                    button.chosen.then_some(index as i64),
                ),
            )?;
        }
        Ok(())
    }

    fn payment_rows(
        &self,
        row: i64,
        other: i64,
        (currency, amount_1000, status): (&str, i64, i64),
        draft: &MessageDraft,
    ) -> Result<(), WriteSourceError> {
        let (from, to) = if draft.from_me {
            (0, other)
        } else {
            (other, 0)
        };
        self.side(
            "INSERT INTO message_payment (message_row_id, sender_jid_row_id, receiver_jid_row_id, amount_with_symbol)
             VALUES (?1, ?2, ?3, ?4)",
            (
                row,
                from,
                to,
                format!("{currency} {}.{:02}", amount_1000 / 1000, amount_1000 % 1000 / 10),
            ),
        )?;
        self.side(
            "INSERT INTO pay_transaction (message_row_id, remote_jid_row_id, key_id, id, timestamp, status,
             sender_jid_row_id, receiver_jid_row_id, type, currency_code, amount_1000)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1, ?9, ?10)",
            (
                row,
                other,
                &draft.key,
                format!("PAY{row}"),
                draft.at,
                status,
                from,
                to,
                currency,
                amount_1000,
            ),
        )
    }
}
