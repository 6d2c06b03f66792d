package dev.heed.json;

import dev.heed.error.InvalidInputException;
import dev.heed.message.Attachment;
import dev.heed.people.Address;
import java.util.Map;

/**
 * Parts of what others write as JSON, as maps of plain values for {@link DocumentJson}. What cannot be read is an {@link
 * InvalidInputException} that names the field and not what stands in it. Stateless.
 */
public final class PartJson {
    private PartJson() {}

    /** Where somebody can be reached. */
    public static Map<String, Object> address(Address address) {
        return AddressCodec.address(address).fields();
    }

    /** The address that was written. */
    public static Address toAddress(Map<?, ?> address) {
        return AddressCodec.toAddress(new FieldReader(address, "Address"));
    }

    /** A file by the name of its content; its bytes are elsewhere. */
    public static Map<String, Object> attachment(Attachment attachment) {
        return MessageCodec.attachment(attachment).fields();
    }

    /** The file that was written. */
    public static Attachment toAttachment(Map<?, ?> attachment) {
        return MessageCodec.toAttachment(new FieldReader(attachment, "Attachment"));
    }
}
