//! Starting, watching, adopting and ending emulators; the status file.
