import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.opensearch.Version;
import org.opensearch.common.settings.Settings;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.PluginInfo;

/**
 * One node of the real server; an argument is a setting of it, NAME=VALUE, or the class of a plugin.
 *
 * A class of the program starts it, and no installation: no bootstrap checks, and root may.  The node ends when its
 * standard input ends, or says something: `leash.py` is the other end.
 */
public class OpenSearchNode extends Node {
    private static PluginInfo plugin(String name) {
        return new PluginInfo(name, "", "0", Version.CURRENT, "21", name, null, List.of(), false);
    }

    OpenSearchNode(Settings settings, Collection<PluginInfo> plugins) {
        super(InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "node"), plugins, false);
    }

    /** Ends the program with its standard input, also in the seconds in which the node starts. */
    private static void watchInput() {
        Thread watch = new Thread(() -> {
            try {
                System.in.read();
            } catch (IOException error) {
                error.printStackTrace();
            }
            System.exit(0);
        }, "leash");
        watch.setDaemon(true);
        watch.start();
    }

    public static void main(String[] arguments) throws Exception {
        watchInput();
        Settings.Builder settings = Settings.builder();
        List<PluginInfo> plugins = new ArrayList<>();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (parts.length == 2) {
                settings.put(parts[0], parts[1]);
            } else {
                plugins.add(plugin(argument));
            }
        }
        Node node = new OpenSearchNode(settings.build(), plugins);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                node.close();
            } catch (IOException error) {
                error.printStackTrace();
            }
        }));
        node.start();
        Thread.currentThread().join();
    }
}
