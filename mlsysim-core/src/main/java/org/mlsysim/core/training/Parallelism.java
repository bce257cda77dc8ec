package org.mlsysim.core.training;

import org.apiguardian.api.API;
import org.mlsysim.api.port.Port;

/** How many ways a training step is split, dimension by dimension. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Parallelism(
    @Port(doc = "replicas, each with samples of its own") long dp,
    @Port(doc = "ranks that split every layer") int tp,
    @Port(doc = "pipeline stages") int pp,
    @Port(doc = "ranks that split the experts") int ep,
    @Port(doc = "ranks that split a sequence") int cp) {}
