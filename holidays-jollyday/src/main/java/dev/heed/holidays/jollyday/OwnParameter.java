package dev.heed.holidays.jollyday;

import de.focus_shift.jollyday.core.ManagerParameter;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.net.URL;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** A country under a key of our own, so that our manager is not the one that an application has of the same country. */
final class OwnParameter implements ManagerParameter {
    private final ManagerParameter country;

    OwnParameter(String code) {
        this.country = ManagerParameters.create(code.toLowerCase(Locale.ROOT));
    }

    @Override
    public String createCacheKey() {
        return "dev.heed " + country.createCacheKey();
    }

    @Override
    public void mergeProperties(Properties properties) {
        country.mergeProperties(properties);
    }

    @Override
    public Optional<String> getProperty(String key) {
        return country.getProperty(key);
    }

    @Override
    public void setProperty(String key, String value) {
        country.setProperty(key, value);
    }

    @Override
    public String getManagerImplClassName() {
        return country.getManagerImplClassName();
    }

    @Override
    public String getParserImplClassName(String className) {
        return country.getParserImplClassName(className);
    }

    @Override
    public String getConfigurationServiceImplClassName() {
        return country.getConfigurationServiceImplClassName();
    }

    @Override
    public String getDisplayName() {
        return country.getDisplayName();
    }

    @Override
    public URL createResourceUrl() {
        return country.createResourceUrl();
    }
}
