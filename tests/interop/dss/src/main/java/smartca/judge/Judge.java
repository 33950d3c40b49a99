// SPDX-License-Identifier: Apache-2.0
package smartca.judge;

public final class Judge {
    public static void main(String[] arguments) {
        System.out.println("hello");
    }
}
