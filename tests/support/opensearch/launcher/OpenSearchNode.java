import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.opensearch.Version;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/**
 * One node of the real server; each argument is a setting of it.
 *
 * A class of the program starts it, and no installation: no bootstrap checks, and root may.  The node ends when its
 * standard input ends, or says something: `leash.py` is the other end.
 */
public class OpenSearchNode extends Node {
    private static PluginInfo module(Class<?> plugin) {
        return new PluginInfo(
            plugin.getSimpleName(), "", "0", Version.CURRENT, "21", plugin.getName(), null, List.of(), false);
    }

    OpenSearchNode(Settings settings) {
        super(
            InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "node"),
            List.of(module(Netty4ModulePlugin.class), module(CommonAnalysisModulePlugin.class)),
            false);
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
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            settings.put(parts[0], parts[1]);
        }
        Node node = new OpenSearchNode(settings.build());
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
