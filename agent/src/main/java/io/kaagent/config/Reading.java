package io.kaagent.config;

import java.util.ArrayList;
import java.util.Properties;

/** One reading of the three sources: property over argument over file, then every value checked against the table. */
final class Reading {
    private final Warnings warnings = new Warnings();
    private final long[] values = Option.standards();
    private final ArrayList<OriginRule> rules = new ArrayList<OriginRule>();
    private long given;
    private String report;

    Options read(String agentArgument, Properties systemProperties) {
        Settings settings = SystemProperties.read(systemProperties, warnings);
        settings.addMissing(AgentArgument.read(agentArgument, warnings));
        Setting enabled = settings.of(Option.ENABLED);
        if (enabled != null && "false".equalsIgnoreCase(enabled.value)) {
            return Options.disabled();
        }
        Setting config = settings.of(Option.CONFIG);
        if (config != null) {
            settings.addMissing(fileOf(config));
        }
        for (Setting setting : settings.all()) {
            if (setting.isForOrigin()) {
                origin(setting);
            } else {
                global(setting);
            }
        }
        return new Options(values, given, rules, report, warnings.lines());
    }

    private Settings fileOf(Setting config) {
        Settings file = ConfigFile.read(config, warnings);
        Setting another = file.of(Option.CONFIG);
        if (another != null) {
            warnings.add(another + " is ignored: a file can't name another file", another.where);
        }
        return file;
    }

    private void global(Setting setting) {
        Option option = Option.named(setting.key);
        if (option == null) {
            unknown(setting, "", setting.key, false);
            return;
        }
        if (option == Option.CONFIG) {
            return; // has done its work
        }
        if (option == Option.REPORT) {
            report(setting);
            return;
        }
        if (!option.global) {
            String expected = "can't be given for all origins; set ka.origin.<host>[:port]." + option.key;
            warnings.add(setting + " is ignored: " + option.key + " " + expected, setting.where);
            return;
        }
        long value = option.values.parse(setting.value);
        if (value == Values.NOT_ALLOWED) {
            bad(setting, option, "using " + option.values.render(option.standard));
            return;
        }
        values[option.ordinal()] = value;
        given |= OriginOptions.bit(option);
    }

    /** What stands in the way of the file now may be gone by the end, so it is kept all the same. */
    private void report(Setting setting) {
        String objection = WritableFile.objection(setting.value);
        if (objection != null) {
            bad(setting, Option.REPORT, objection, "as it is now there will be no report");
        }
        report = setting.value.isEmpty() ? null : setting.value;
    }

    private void origin(Setting setting) {
        int dot = setting.key.lastIndexOf('.');
        String name = setting.key.substring(dot + 1);
        String host = dot < Setting.ORIGIN.length() ? "" : setting.key.substring(Setting.ORIGIN.length(), dot);
        HostPattern pattern = HostPattern.parse(host);
        Option option = Option.named(name);
        if (pattern == null) {
            String expected = "expected ka.origin.<host>[:port].<option>, where <host> is " + HostPattern.ALLOWED;
            warnings.add(setting + " is ignored: '" + host + "' is no host; " + expected, setting.where);
        } else if (option == null) {
            unknown(setting, Setting.ORIGIN + host + ".", name, true);
        } else if (!option.perOrigin) {
            String expected = "can't be given for one origin; set ka." + option.key;
            warnings.add(setting + " is ignored: " + option.key + " " + expected, setting.where);
        } else {
            rule(setting, pattern, option);
        }
    }

    private void rule(Setting setting, HostPattern pattern, Option option) {
        long value = option.values.parse(setting.value);
        if (value == Values.NOT_ALLOWED) {
            bad(setting, option, "ignored");
        } else if (option == Option.PROTOCOL && value == Protocol.OPAQUE.ordinal() && pattern.isEveryOrigin()) {
            String why = "every protocol of the JVM would be pooled; name a host or a port";
            warnings.add(setting + " is ignored: " + why, setting.where);
        } else {
            rules.add(new OriginRule(setting.key, pattern, option, value));
        }
    }

    private void bad(Setting setting, Option option, String consequence) {
        bad(setting, option, option.values.objection(setting.value), consequence);
    }

    private void bad(Setting setting, Option option, String why, String consequence) {
        warnings.add(
                setting + ": " + why + "; allowed: " + option.values.allowed() + "; " + consequence, setting.where);
    }

    /** Without a near key the value is not shown: it may have been meant for somebody else. */
    private void unknown(Setting setting, String origin, String name, boolean perOrigin) {
        Option nearest = Nearest.to(name, perOrigin);
        String unknown = "unknown key " + Setting.PREFIX + setting.key;
        String text = nearest == null
                ? unknown + " is ignored; known: " + Nearest.all(perOrigin)
                : unknown + "; did you mean " + Setting.PREFIX + origin + nearest.key + "? " + setting + " is ignored";
        warnings.add(text, setting.where);
    }
}
