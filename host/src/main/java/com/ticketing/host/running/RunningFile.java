package com.ticketing.host.running;

import com.ticketing.host.broker.Broker;
import com.ticketing.host.database.Databases;
import com.ticketing.host.payment.PaymentProvider;
import com.ticketing.host.process.ManagedProcess;
import com.ticketing.host.service.ServiceProcess;
import com.ticketing.host.settings.DataFolder;
import com.ticketing.host.settings.Services;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Tells tests, measurements and operators where every part of a running suite is. */
public final class RunningFile {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final DataFolder data;

    public RunningFile(DataFolder data) {
        this.data = data;
    }

    public synchronized void write(
            String gateway,
            boolean ready,
            Broker broker,
            PaymentProvider payments,
            Databases databases,
            List<ManagedProcess> others,
            List<ServiceProcess> services) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("gateway", gateway);
        all.put("pid", ProcessHandle.current().pid());
        all.put("ready", ready);
        all.put(
                "broker",
                Map.of(
                        "url", broker.url(),
                        "clusterId", broker.clusterId(),
                        "monitor", broker.monitorUrl(),
                        "channelPrefix", broker.channelPrefix()));
        payments.standIn().ifPresent(url -> all.put("stripe", url));
        Map<String, String> uris = new LinkedHashMap<>();
        Services.ALL.forEach(service -> uris.put(service, databases.uri(service)));
        all.put("mongo", uris);
        List<Map<String, Object>> processes = new ArrayList<>();
        for (ManagedProcess part : others) {
            processes.add(process(part));
        }
        for (ServiceProcess service : services) {
            Map<String, Object> process = process(service.part());
            process.put("service", service.service());
            process.put("port", service.port());
            process.put("management", service.management().toString());
            processes.add(process);
        }
        all.put("processes", processes);
        data.replace(data.runningFile(), JSON.writeValueAsString(all) + "\n");
    }

    private static Map<String, Object> process(ManagedProcess part) {
        Map<String, Object> process = new LinkedHashMap<>();
        process.put("name", part.name());
        process.put("pid", part.pid());
        return process;
    }
}
