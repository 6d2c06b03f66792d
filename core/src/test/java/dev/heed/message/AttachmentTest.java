package dev.heed.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import dev.heed.message.Attachment.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentTest {
    private static final byte[] BYTES = {1, 2, 3};
    private static final ContentHash HASH = ContentHash.of(BYTES);
    private static final Refused TOO_LARGE = new Refused(Refused.Why.FILE_TOO_LARGE, 2);

    private final Attachment picture = Attachment.of("lens.png", "Image/PNG", HASH, 3);

    @Test
    void keepsNameTypeSizeAndWhereItsContentIs() {
        assertThat(picture.name()).isEqualTo("lens.png");
        assertThat(picture.mediaType()).isEqualTo("image/png");
        assertThat(picture.size()).isEqualTo(3);
        assertThat(picture.content()).contains(HASH);
        assertThat(picture.contentId()).isEmpty();
        assertThat(picture.refused()).isEmpty();
    }

    @Test
    void saysWhyItWasNotTaken() {
        Attachment film = Attachment.refused("film.mp4", "video/mp4", TOO_LARGE);

        assertThat(film.refused()).contains(TOO_LARGE);
        assertThat(film.content()).isEmpty();
        assertThat(film.size()).isZero();
        assertThat(film.inline("a").refused()).contains(TOO_LARGE);
    }

    @Test
    void aSizeBelowZeroIsRefused() {
        assertThatThrownBy(() -> Attachment.of("lens.png", "image/png", HASH, -1))
                .isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lens.png", "C:\\photos\\lens.png", "/home/anna/lens.png", "../../lens.png"})
    void ofAPathTheLastPartIsTaken(String path) {
        assertThat(Attachment.of(path, "image/png", HASH, 3).name()).isEqualTo("lens.png");
        assertThat(AttachmentSource.of(path, "image/png", () -> new ByteArrayInputStream(BYTES))
                        .name())
                .isEqualTo("lens.png");
    }

    @Test
    void isShownInsideUnderAContentId() {
        Attachment inline = picture.inline("lens@shop.example");
        assertThat(inline.contentId()).contains("lens@shop.example");
        assertThat(inline.name()).isEqualTo("lens.png");
        assertThat(inline.mediaType()).isEqualTo("image/png");
        assertThat(inline.content()).contains(HASH);
        assertThat(picture.contentId()).isEmpty();
    }

    @Test
    void isEqualByEveryPart() {
        assertThat(Attachment.of("lens.png", "image/png", HASH, 3))
                .isEqualTo(picture)
                .hasSameHashCodeAs(picture);
        assertThat(List.of(
                        Attachment.of("other.png", "image/png", HASH, 3),
                        Attachment.of("lens.png", "image/gif", HASH, 3),
                        Attachment.of("lens.png", "image/png", ContentHash.of(new byte[] {1, 2}), 3),
                        Attachment.of("lens.png", "image/png", HASH, 4),
                        Attachment.refused("lens.png", "image/png", TOO_LARGE),
                        picture.inline("a")))
                .doesNotContain(picture);
        assertThat(Attachment.refused("lens.png", "image/png", TOO_LARGE))
                .isNotEqualTo(
                        Attachment.refused("lens.png", "image/png", new Refused(Refused.Why.MESSAGE_TOO_LARGE, 2)));
    }

    @Test
    void namesItselfWithoutItsNameWhichMayBePersonal() {
        assertThat(picture).hasToString("Attachment[image/png, 3 bytes]");
        assertThat(Attachment.refused("anna.mp4", "video/mp4", TOO_LARGE).toString())
                .contains("FILE_TOO_LARGE")
                .doesNotContain("anna");
        assertThat(AttachmentSource.of("anna.mp4", "video/mp4", () -> new ByteArrayInputStream(BYTES)))
                .hasToString("AttachmentSource[video/mp4]");
    }

    @Nested
    class ToBeAttached {
        private final AttachmentSource source =
                AttachmentSource.of("lens.png", "Image/PNG", () -> new ByteArrayInputStream(BYTES));

        @Test
        void isReadFromTheFirstByteEachTime() throws IOException {
            assertThat(source.open().readAllBytes()).isEqualTo(BYTES);
            assertThat(source.open().readAllBytes()).isEqualTo(BYTES);
        }

        @Test
        void becomesAnAttachmentWithAllItsParts() {
            assertThat(source.kept(HASH, 3)).isEqualTo(picture);
            assertThat(source.inline("a").kept(HASH, 3)).isEqualTo(picture.inline("a"));
            assertThat(source.inline("a").refused(TOO_LARGE))
                    .isEqualTo(Attachment.refused("lens.png", "image/png", TOO_LARGE)
                            .inline("a"));
        }
    }

    @Nested
    class Hashes {
        @Test
        void areThoseOfSha256() {
            assertThat(ContentHash.of(new byte[0]))
                    .hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
            assertThat(ContentHash.of(new byte[] {'a', 'b', 'c'}))
                    .hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        }

        @Test
        void areInTheOrderOfTheirLetters() {
            ContentHash low = new ContentHash("0".repeat(64));
            ContentHash high = new ContentHash("f".repeat(64));

            assertThat(low).isLessThan(high);
            assertThat(low).isEqualByComparingTo(new ContentHash("0".repeat(64)));
        }

        @Test
        void areNothingElse() {
            String good = HASH.value();
            for (String wrong : List.of(
                    "",
                    good.toUpperCase(Locale.ROOT),
                    good.substring(1),
                    good + "0",
                    good.substring(1) + "g",
                    "../" + good.substring(3),
                    good + "\n")) {
                assertThatThrownBy(() -> new ContentHash(wrong)).isInstanceOf(InvalidInputException.class);
            }
        }
    }
}
