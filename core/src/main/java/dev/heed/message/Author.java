package dev.heed.message;

import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import java.util.Optional;

/** Who wrote a message. The signature rule belongs to the author: people sign, programs are labelled. */
public sealed interface Author {
    /** Person, Heed itself, or a bot. */
    AuthorKind kind();

    /**
     * A customer wrote it.
     *
     * @param customer who
     */
    record ByCustomer(CustomerId customer) implements Author {
        @Override
        public AuthorKind kind() {
            return AuthorKind.HUMAN;
        }
    }

    /**
     * An agent wrote it.
     *
     * @param agent who
     */
    record ByAgent(AgentId agent) implements Author {
        @Override
        public AuthorKind kind() {
            return AuthorKind.HUMAN;
        }
    }

    /**
     * Heed wrote it.
     *
     * @param responsible the person who answers for it, named in the text
     */
    record BySystem(Optional<AgentId> responsible) implements Author {
        @Override
        public AuthorKind kind() {
            return AuthorKind.SYSTEM;
        }
    }

    /**
     * A bot of the shop wrote it.
     *
     * @param name what the bot is called
     * @param responsible the person who answers for it, named in the text
     */
    record ByBot(String name, Optional<AgentId> responsible) implements Author {
        @Override
        public AuthorKind kind() {
            return AuthorKind.BOT;
        }
    }
}
