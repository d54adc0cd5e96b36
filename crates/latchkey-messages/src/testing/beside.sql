-- What the new family of tables keeps beside the messages, written for the tests; some types are as odd as the app's.
CREATE TABLE mms_thumbnail_metadata (message_row_id INTEGER PRIMARY KEY, micro_thumbnail BLOB);
CREATE TABLE message_system_group (message_row_id INTEGER PRIMARY KEY, is_me_joined INTEGER);
CREATE TABLE message_system_device_change (message_row_id INTEGER PRIMARY KEY, device_added_count INTEGER,
  device_removed_count INTEGER);
CREATE TABLE message_system_block_contact (message_row_id INTEGER PRIMARY KEY, is_blocked INTEGER);
CREATE TABLE message_system_initial_privacy_provider (message_row_id INTEGER PRIMARY KEY, verified_biz_name TEXT);
CREATE TABLE message_system_linked_group_call (message_row_id INTEGER PRIMARY KEY, is_video_call INTEGER);
CREATE TABLE message_system_community_link_changed (message_row_id INTEGER PRIMARY KEY, new_group_type INTEGER,
  linked_parent_group_jid_row_id INTEGER);
CREATE TABLE message_system_with_group_nodes (message_row_id INTEGER, group_jid_row_id INTEGER, group_subject TEXT,
  PRIMARY KEY (message_row_id, group_jid_row_id));
CREATE TABLE message_system_sibling_group_link_change (message_row_id INTEGER, subgroup_raw_jid TEXT,
  subgroup_subject TEXT, parent_group_jid_row_id INTEGER, PRIMARY KEY (message_row_id, subgroup_raw_jid));
CREATE TABLE message_system_group_with_parent (message_row_id INTEGER PRIMARY KEY, linked_parent_group_name TEXT);
CREATE TABLE message_system_username_change (message_row_id INTEGER PRIMARY KEY, user_jid INTEGER, old_username TEXT,
  new_username TEXT, display_name TEXT);
CREATE TABLE message_system_lid_change (message_row_id INTEGER PRIMARY KEY, old_lid_row_id INTEGER,
  new_lid_row_id INTEGER);
CREATE TABLE message_system_event_updates (message_row_id INTEGER PRIMARY KEY, event_name STRING);
CREATE TABLE message_system_scheduled_call_start (message_row_id INTEGER PRIMARY KEY, call_title TEXT);
CREATE TABLE message_limit_sharing_setting (message_row_id INTEGER PRIMARY KEY, enabled INTEGER);
CREATE TABLE message_ephemeral_setting (message_row_id INTEGER PRIMARY KEY, setting_duration INTEGER);
CREATE TABLE message_system_ephemeral_setting_not_applied (message_row_id INTEGER PRIMARY KEY,
  setting_duration INTEGER);
CREATE TABLE message_ephemeral (message_row_id INTEGER PRIMARY KEY, duration INTEGER, expire_timestamp INTEGER,
  keep_in_chat INTEGER);
CREATE TABLE message_revoked (message_row_id INTEGER PRIMARY KEY, revoked_key_id TEXT, admin_jid_row_id INTEGER,
  revoke_timestamp INTEGER);
CREATE TABLE message_view_once_media (message_row_id INTEGER PRIMARY KEY, state INTEGER);
CREATE TABLE receipt_user (_id INTEGER PRIMARY KEY, message_row_id INTEGER, receipt_user_jid_row_id INTEGER,
  receipt_timestamp INTEGER, read_timestamp INTEGER, played_timestamp INTEGER);
CREATE TABLE newsletter_message (message_row_id INTEGER PRIMARY KEY, view_count INTEGER);
CREATE TABLE newsletter_message_reaction (_id INTEGER PRIMARY KEY, message_row_id INTEGER, reaction TEXT,
  reaction_count INTEGER);
CREATE TABLE audio_data (message_row_id INTEGER PRIMARY KEY, waveform BLOB);
CREATE TABLE message_text (message_row_id INTEGER PRIMARY KEY, description TEXT, page_title TEXT, url TEXT);
CREATE TABLE message_location (message_row_id INTEGER PRIMARY KEY, latitude REAL, longitude REAL, place_name TEXT,
  place_address TEXT, url TEXT, live_location_share_duration INTEGER, live_location_final_latitude REAL,
  live_location_final_longitude REAL, live_location_final_timestamp INTEGER);
CREATE TABLE message_vcard (_id INTEGER PRIMARY KEY, message_row_id INTEGER, vcard TEXT);
CREATE TABLE message_vcard_jid (_id INTEGER PRIMARY KEY, vcard_jid_row_id INTEGER, vcard_row_id INTEGER,
  message_row_id INTEGER);
CREATE TABLE message_poll (message_row_id INTEGER PRIMARY KEY, selectable_options_count INTEGER, end_time INTEGER);
CREATE TABLE message_poll_option (_id INTEGER PRIMARY KEY, message_row_id INTEGER, option_name TEXT,
  vote_total INTEGER);
CREATE TABLE message_event (message_row_id INTEGER PRIMARY KEY, is_canceled INTEGER, name TEXT, description TEXT,
  location_latitude REAL, location_longitude REAL, location_name TEXT, location_address TEXT, join_link TEXT,
  start_time DATETIME, end_time DATETIME);
CREATE TABLE message_event_invite (message_row_id INTEGER PRIMARY KEY, event_title TEXT, start_time INTEGER,
  is_canceled INTEGER, caption TEXT, end_time INTEGER, call_link TEXT);
CREATE TABLE message_group_invite (message_row_id INTEGER PRIMARY KEY, group_jid_row_id INTEGER, group_name TEXT,
  invite_code TEXT, expiration INTEGER);
CREATE TABLE message_newsletter_admin_invite (message_row_id INTEGER PRIMARY KEY, newsletter_jid_row_id INTEGER,
  newsletter_name TEXT, expiration INTEGER);
CREATE TABLE message_newsletter_follower_invite (message_row_id INTEGER PRIMARY KEY, newsletter_jid_row_id INTEGER,
  newsletter_name TEXT);
CREATE TABLE message_template_button (_id INTEGER PRIMARY KEY, message_row_id INTEGER, text_data TEXT,
  extra_data TEXT, used INTEGER, selected_index INTEGER);
CREATE TABLE message_ui_elements (_id INTEGER PRIMARY KEY, message_row_id INTEGER, element_content TEXT,
  description TEXT, footer_text TEXT, button_text TEXT);
CREATE TABLE message_ui_elements_reply (message_row_id INTEGER PRIMARY KEY, reply_values TEXT,
  reply_description TEXT);
CREATE TABLE interactive_message_header_content (_id INTEGER PRIMARY KEY, message_row_id INTEGER, header_title TEXT,
  header_sub_title TEXT);
CREATE TABLE interactive_message_sections (_id INTEGER PRIMARY KEY, message_row_id INTEGER, section_title TEXT,
  item_title TEXT, item_description TEXT);
CREATE TABLE message_product (message_row_id INTEGER PRIMARY KEY, title TEXT, description TEXT, currency_code TEXT,
  amount_1000 INTEGER, sale_amount_1000 INTEGER, body TEXT, footer TEXT);
CREATE TABLE message_order (message_row_id INTEGER PRIMARY KEY, order_title TEXT, item_count INTEGER, status INTEGER,
  message TEXT, currency_code TEXT, total_amount_1000 INTEGER);
CREATE TABLE message_payment (message_row_id INTEGER PRIMARY KEY, amount_with_symbol TEXT);
CREATE TABLE pay_transaction (_id INTEGER PRIMARY KEY, message_row_id INTEGER, status INTEGER, currency_code TEXT,
  amount_1000);
CREATE TABLE message_invoice (message_row_id INTEGER PRIMARY KEY, amount TEXT, note TEXT, status INTEGER);
CREATE TABLE message_association (_id INTEGER PRIMARY KEY, child_message_row_id INTEGER,
  parent_message_row_id INTEGER, association_type INTEGER);
CREATE TABLE message_parent_association (message_row_id INTEGER PRIMARY KEY, parent_message_row_id INTEGER,
  association_type INTEGER);
CREATE TABLE message_comment (_id INTEGER PRIMARY KEY, parent_message_row_id INTEGER, message_row_id INTEGER);
CREATE TABLE message_details (message_row_id INTEGER PRIMARY KEY, author_device_jid INTEGER);
CREATE TABLE message_add_on_poll_vote (message_add_on_row_id INTEGER PRIMARY KEY, sender_timestamp INTEGER);
CREATE TABLE message_add_on_poll_vote_selected_option (_id INTEGER PRIMARY KEY, message_add_on_row_id INTEGER,
  message_poll_option_id INTEGER);
CREATE TABLE message_add_on_event_response (message_add_on_row_id INTEGER PRIMARY KEY, response INTEGER,
  sender_timestamp INTEGER, extra_guest_count INTEGER);
CREATE TABLE message_add_on_keep_in_chat (message_add_on_row_id INTEGER PRIMARY KEY, keep_in_chat_state INTEGER,
  sender_timestamp INTEGER);
CREATE TABLE message_add_on_pin_in_chat (message_add_on_row_id INTEGER PRIMARY KEY, pin_in_chat_state INTEGER,
  sender_timestamp INTEGER);
CREATE TABLE deleted_chat_job (_id INTEGER PRIMARY KEY, chat_row_id INTEGER, singular_message_delete_rows_id TEXT,
  deleted_message_row_id INTEGER, deleted_starred_message_row_id INTEGER, deleted_categories_message_row_id INTEGER,
  deleted_categories_starred_message_row_id INTEGER, deleted_message_categories TEXT);
CREATE TABLE newsletter_subscribers (_id INTEGER PRIMARY KEY, jid_row_id INTEGER, display_name TEXT);
CREATE TABLE community_chat (chat_row_id INTEGER PRIMARY KEY);
CREATE TABLE call_log_participant_v2 (_id INTEGER PRIMARY KEY, call_log_row_id INTEGER, jid_row_id INTEGER,
  call_result INTEGER);
CREATE TABLE missed_call_log_participant (_id INTEGER PRIMARY KEY, call_logs_row_id INTEGER, jid TEXT,
  call_result INTEGER);
