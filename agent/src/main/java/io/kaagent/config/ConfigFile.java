package io.kaagent.config;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.Properties;

/** The properties file that {@code ka.config} names. Without it, or if any of it can't be read, the start goes on without it. */
final class ConfigFile extends Properties {
    private static final long serialVersionUID = 1;
    private static final long LARGEST = 1 << 20;

    private final transient Settings settings = new Settings();
    private final transient Warnings warnings;
    private final String where;

    private ConfigFile(String path, Warnings warnings) {
        this.where = "file " + path;
        this.warnings = warnings;
    }

    static Settings read(Setting config, Warnings warnings) {
        File file = new File(config.value);
        ConfigFile properties = new ConfigFile(config.value, warnings);
        String problem = properties.read(file);
        if (problem == null) {
            return properties.settings;
        }
        warnings.add(config + " can't be read: " + problem + "; going on without it", config.where);
        return new Settings();
    }

    /** Null, or what is wrong. */
    private String read(File file) {
        try {
            if (file.exists() && !file.isFile() || file.length() > LARGEST) {
                return "not a regular file of at most 1 MB"; // a pipe would stop the start for ever
            }
            FileInputStream in = new FileInputStream(file);
            try {
                load(in);
            } finally {
                in.close();
            }
            return null;
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage()); // malformed \\uxxxx
        } catch (SecurityException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /**
     * Called by load for each line. The format ends a key at the first colon, so {@code origin.legacy:8080.pool=false} arrives as
     * {@code origin.legacy} and {@code 8080.pool=false}: put together again here, before two of them can overwrite each other.
     */
    @Override
    public synchronized Object put(Object givenKey, Object givenValue) {
        String key = (String) givenKey;
        String value = (String) givenValue;
        int equals = value.indexOf('=');
        String bare = key.startsWith(Setting.PREFIX) ? key.substring(Setting.PREFIX.length()) : key;
        if (bare.startsWith(Setting.ORIGIN) && equals >= 0) {
            key = key + ":" + value.substring(0, equals);
            value = value.substring(equals + 1);
        }
        settings.add(key, value, where, warnings);
        return null;
    }
}
