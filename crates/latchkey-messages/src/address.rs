//! Addresses: `user[.agent][:device]@server`, and the one form under which a person's devices are the same person.

/// What an address stands for. Decided by the server, never by the source's type numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AddressKind {
    /// A person under a phone number.
    Phone,
    /// A person under a private (LID) number.
    Lid,
    /// A person-like account without a number: a bot, an unknown server.
    Other,
    Group,
    Broadcast,
    Status,
    Channel,
    /// The owner's own placeholder addresses.
    Own,
}

impl AddressKind {
    /// Someone who can send a message.
    pub(crate) fn is_person(self) -> bool {
        matches!(self, Self::Phone | Self::Lid | Self::Other)
    }
}

/// An address without device and agent, its server in the canonical spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Address {
    pub(crate) text: String,
    pub(crate) kind: AddressKind,
}

impl Address {
    /// Reads the one-string form.
    pub(crate) fn parse(raw: &str) -> Option<Self> {
        let (user, server) = raw.trim().rsplit_once('@')?;
        Self::of(user, server)
    }

    /// Puts the parts together.
    pub(crate) fn of(user: &str, server: &str) -> Option<Self> {
        let server = match server.trim() {
            "" => return None,
            "hosted" | "c.us" => "s.whatsapp.net",
            "hosted.lid" => "lid",
            other => other,
        };
        let user = user.trim();
        let kind = match server {
            "s.whatsapp.net" => AddressKind::Phone,
            "lid" => AddressKind::Lid,
            "g.us" | "temp" => AddressKind::Group,
            "newsletter" => AddressKind::Channel,
            "broadcast" if user == "status" => AddressKind::Status,
            "broadcast" => AddressKind::Broadcast,
            "lid_me" | "status_me" => AddressKind::Own,
            _ => AddressKind::Other,
        };
        let user = if kind.is_person() {
            user.split([':', '.']).next().unwrap_or(user)
        } else {
            user
        };
        if user.is_empty() {
            return None;
        }
        Some(Self {
            text: format!("{user}@{server}"),
            kind,
        })
    }

    /// The part before the `@`.
    pub(crate) fn user(&self) -> &str {
        self.text.split('@').next().unwrap_or_default()
    }

    /// The digits of a phone number, if this is one.
    pub(crate) fn phone(&self) -> Option<&str> {
        let user = self.user();
        let possible =
            (5..=15).contains(&user.len()) && user.bytes().all(|byte| byte.is_ascii_digit());
        (self.kind == AddressKind::Phone && possible).then_some(user)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_and_agents_are_the_same_person() {
        for raw in [
            "34600111222@s.whatsapp.net",
            "34600111222:12@s.whatsapp.net",
            "34600111222.0:3@s.whatsapp.net",
            "34600111222:99@hosted",
        ] {
            assert_eq!(
                Address::parse(raw).unwrap().text,
                "34600111222@s.whatsapp.net"
            );
        }
        assert_eq!(
            Address::parse("1234567:7@hosted.lid").unwrap().text,
            "1234567@lid"
        );
    }

    #[test]
    fn groups_keep_their_whole_name() {
        let group = Address::parse("34600111222-1400000000@g.us").unwrap();
        assert_eq!(
            (group.text.as_str(), group.kind),
            ("34600111222-1400000000@g.us", AddressKind::Group)
        );
    }

    #[test]
    fn a_private_number_is_no_phone_number() {
        assert_eq!(Address::parse("123456789012345@lid").unwrap().phone(), None);
        assert_eq!(Address::parse("0@s.whatsapp.net").unwrap().phone(), None);
        assert_eq!(
            Address::parse("34600111222@s.whatsapp.net")
                .unwrap()
                .phone(),
            Some("34600111222")
        );
    }

    #[test]
    fn nonsense_is_no_address() {
        for raw in ["", "-1", "@", "@lid", "x@", ":3@lid"] {
            assert_eq!(Address::parse(raw), None, "{raw}");
        }
    }
}
