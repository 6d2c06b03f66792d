/** Documents of configuration in YAML. */
module dev.heed.config.yaml {
    requires static transitive org.jspecify;
    requires transitive dev.heed.core;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires org.yaml.snakeyaml; // whose limits are set

    exports dev.heed.config.yaml;
}
