package io.kaagent.config;

import java.util.Collection;
import java.util.Locale;
import java.util.TreeMap;

/** What was given in one place, or in all of them; sorted by key, so that warnings come in the same order every time. */
final class Settings {
    private final TreeMap<String, Setting> settings = new TreeMap<String, Setting>();

    /** A key with and one without {@code ka.} are the same, and so are the spellings of a host. The last one counts. */
    void add(String givenKey, String givenValue, String where, Warnings warnings) {
        String key = canonical(givenKey.trim());
        Setting setting = new Setting(key, givenValue.trim(), where);
        Setting before = settings.put(key, setting);
        if (before != null && !before.value.equals(setting.value)) {
            warnings.add(before + ": given twice; using " + setting.value, where);
        }
    }

    /** Adds what the other has and this has not. */
    void addMissing(Settings other) {
        for (Setting setting : other.all()) {
            if (!settings.containsKey(setting.key)) {
                settings.put(setting.key, setting);
            }
        }
    }

    /** Null if it was not given. */
    Setting of(Option option) {
        return settings.get(option.key);
    }

    Collection<Setting> all() {
        return settings.values();
    }

    private static String canonical(String givenKey) {
        String key = givenKey.startsWith(Setting.PREFIX) ? givenKey.substring(Setting.PREFIX.length()) : givenKey;
        if (!key.startsWith(Setting.ORIGIN)) {
            return key;
        }
        int option = key.lastIndexOf('.');
        return key.substring(0, option).toLowerCase(Locale.ROOT) + key.substring(option);
    }
}
