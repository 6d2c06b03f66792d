package dev.heed.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Shop shop = Shop.of(" Lumen Cameras GmbH ", BERLIN, Locale.GERMANY);

    @Test
    void knowsItsNameZoneAndLanguage() {
        assertThat(shop.name()).isEqualTo("Lumen Cameras GmbH");
        assertThat(shop.zone()).isEqualTo(BERLIN);
        assertThat(shop.locale()).isEqualTo(Locale.GERMANY);
    }

    @Test
    void goesByItsNameItsBrandsAndItsDepartments() {
        assertThat(shop.withBrand(" Lumen ").withDepartment("Returns").collectiveNames())
                .containsExactlyInAnyOrder("Lumen Cameras GmbH", "Lumen", "Returns");
    }

    @Test
    void doesNotChangeWhenABrandIsAdded() {
        Shop more = shop.withBrand("Lumen");
        assertThat(shop.collectiveNames()).containsExactly("Lumen Cameras GmbH");
        assertThat(more.name()).isEqualTo(shop.name());
        assertThat(more.zone()).isEqualTo(shop.zone());
        assertThat(more.locale()).isEqualTo(shop.locale());
    }

    @Test
    void takesABrandTwiceAsOnce() {
        assertThat(shop.withBrand("Lumen").withDepartment("Lumen").collectiveNames())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void needsAName(String name) {
        assertThatThrownBy(() -> Shop.of(name, BERLIN, Locale.GERMANY))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("The shop has no name.");
    }
}
