package io.kaagent.it.child.tls;

import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.security.CryptoPrimitive;
import java.security.Key;
import java.util.Set;

/** Permits all algorithms but those with a certain word in their name. */
public final class Refuses implements AlgorithmConstraints {
    private final String word;

    public Refuses(String word) {
        this.word = word;
    }

    @Override
    public boolean permits(Set<CryptoPrimitive> primitives, String algorithm, AlgorithmParameters parameters) {
        return !algorithm.contains(word);
    }

    @Override
    public boolean permits(Set<CryptoPrimitive> primitives, Key key) {
        return !key.getAlgorithm().contains(word);
    }

    @Override
    public boolean permits(Set<CryptoPrimitive> primitives, String algorithm, Key key, AlgorithmParameters parameters) {
        return permits(primitives, algorithm, parameters) && permits(primitives, key);
    }
}
