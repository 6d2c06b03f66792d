package dev.heed.config;

/**
 * Where something stands in a text.
 *
 * @param line from one
 * @param column from one
 */
record Position(int line, int column) {
    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
