package com.example.consumer;

import com.ticketing.common.persistence.ReplicaRepository;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

@Document("receipts")
record Receipt(@Id String id, long version, String stripeId) implements ReplicaRepository.Replica {}
