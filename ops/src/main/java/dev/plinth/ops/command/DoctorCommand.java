package dev.plinth.ops.command;

import dev.plinth.ops.doctor.Doctor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code plinth doctor}. */
@Command(name = "doctor", description = "Tell what is there of what the other commands need, and how to get the rest.")
public final class DoctorCommand implements Runnable {
    private final Doctor doctor;

    @Mixin
    private final JsonOption json = new JsonOption();

    public DoctorCommand(Doctor doctor) {
        this.doctor = doctor;
    }

    @Override
    public void run() {
        doctor.run(json.json());
    }
}
