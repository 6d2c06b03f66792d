package dev.heed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.message.ChannelId;
import dev.heed.sla.config.SlaConfiguration;
import org.junit.jupiter.api.Test;

class ServiceOptionsTest {
    @Test
    void aDocumentOfConfigurationSetsLevelsStaffAndSameDay() {
        SlaConfiguration configuration = SlaConfiguration.reader().readJson("""
                {
                  "calendars": {"office": {"zone": "UTC", "week": {"monday": ["09:00-17:00"]}}},
                  "versions": [
                    {
                      "version": "1",
                      "validFrom": "2026-06-01T00:00:00Z",
                      "policies": [{"name": "all", "hours": "office", "goals": {"firstReply": {"within": "8h"}}}]
                    }
                  ],
                  "staff": {"mail": "office"},
                  "sameDay": ["mastodon"]
                }
                """);

        ServiceOptions options = ServiceOptions.of(configuration);

        assertThat(options.book()).isSameAs(configuration.levels());
        assertThat(options.staffed(ChannelId.of("mail"))).containsSame(configuration.calendar("office"));
        assertThat(options.staffed(ChannelId.of("mastodon"))).isEmpty();
        assertThat(options.isSameDay(ChannelId.of("mastodon"))).isTrue();
        assertThat(options.isSameDay(ChannelId.of("mail"))).isFalse();
        assertThat(options.handlers()).isEmpty();
    }
}
