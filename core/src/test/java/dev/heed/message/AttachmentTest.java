package dev.heed.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttachmentTest {
    private final byte[] bytes = {1, 2, 3};
    private final Attachment picture = Attachment.of("lens.png", "Image/PNG", bytes);

    @Test
    void keepsNameTypeAndSize() {
        assertThat(picture.name()).isEqualTo("lens.png");
        assertThat(picture.mediaType()).isEqualTo("image/png");
        assertThat(picture.size()).isEqualTo(3);
        assertThat(picture.contentId()).isEmpty();
    }

    @Test
    void copiesItsContentIn() throws IOException {
        bytes[0] = 9;
        assertThat(picture.open().readAllBytes()).containsExactly(1, 2, 3);
    }

    @Test
    void neverHandsItsContentOut() throws IOException {
        picture.open().readAllBytes()[0] = 9;
        assertThat(picture.open().readAllBytes()).containsExactly(1, 2, 3);
    }

    @Test
    void opensFromTheStartEachTime() throws IOException {
        assertThat(picture.open().read()).isEqualTo(1);
        assertThat(picture.open().read()).isEqualTo(1);
    }

    @Test
    void isShownInsideUnderAContentId() throws IOException {
        Attachment inline = picture.inline("lens@shop.example");
        assertThat(inline.contentId()).contains("lens@shop.example");
        assertThat(inline.name()).isEqualTo("lens.png");
        assertThat(inline.mediaType()).isEqualTo("image/png");
        assertThat(inline.open().readAllBytes()).containsExactly(1, 2, 3);
        assertThat(picture.contentId()).isEmpty();
    }

    @Test
    void isEqualByEveryPart() {
        assertThat(Attachment.of("lens.png", "image/png", new byte[] {1, 2, 3}))
                .isEqualTo(picture)
                .hasSameHashCodeAs(picture);
        assertThat(List.of(
                        Attachment.of("other.png", "image/png", bytes),
                        Attachment.of("lens.png", "image/gif", bytes),
                        Attachment.of("lens.png", "image/png", new byte[] {1, 2}),
                        picture.inline("a")))
                .doesNotContain(picture);
    }

    @Test
    void namesItselfWithoutItsNameWhichMayBePersonal() {
        assertThat(picture).hasToString("Attachment[image/png, 3 bytes]");
    }
}
