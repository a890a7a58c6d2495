//! The public headers compile everywhere, and declare what `tests/abi/table.tsv` says: every constant, macro, type,
//! size, offset and prototype of the C interface.

mod support;

use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use support::{present, root, words};

const TABLE: &str = include_str!("abi/table.tsv");
const TOP: [&str; 5] = ["libvirt", "virterror", "libvirt-qemu", "libvirt-lxc", "libvirt-admin"];

fn include_dir() -> PathBuf {
    root().join("include")
}

fn source(name: &str, text: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).unwrap();
    path
}

fn compile(compiler: &str, options: &[&str], path: &Path) {
    let output = Command::new(compiler)
        .args(options)
        .args(["-Wall", "-Wextra", "-Werror", "-fsyntax-only", "-I"])
        .arg(include_dir())
        .arg(path)
        .output()
        .unwrap();
    assert!(output.status.success(), "{compiler} {options:?} {}: {}", path.display(), words(&output));
}

#[test]
fn each_header_compiles_alone_in_every_language() {
    let languages: [(&str, &[&str]); 5] = [
        ("gcc", &["-x", "c", "-std=c89"]),
        ("gcc", &["-x", "c", "-std=c99", "-Wstrict-prototypes"]),
        ("gcc", &["-x", "c", "-std=c11", "-Wstrict-prototypes"]),
        ("g++", &["-x", "c++", "-std=c++98"]),
        ("g++", &["-x", "c++", "-std=c++17"]),
    ];
    let mut text: Vec<String> = Vec::new();
    for entry in fs::read_dir(include_dir().join("libvirt")).unwrap() {
        text.push(format!("#include <libvirt/{}>\n", entry.unwrap().file_name().to_str().unwrap()));
    }
    assert_eq!(text.len(), 18, "{text:?}");
    for (compiler, options) in languages {
        if !present(compiler) {
            continue;
        }
        for (at, include) in text.iter().enumerate() {
            let path = source(&format!("alone-{at}.c"), &format!("{include}int nothing_else;\n"));
            for sentinels in ["-UVIR_ENUM_SENTINELS", "-DVIR_ENUM_SENTINELS"] {
                compile(compiler, &[options, &[sentinels]].concat(), &path);
            }
        }
    }
}

#[test]
fn the_headers_say_what_the_table_says() {
    if !present("gcc") {
        return;
    }
    let mut c = String::from("#include <stddef.h>\n#include <string.h>\n#define VIR_ENUM_SENTINELS\n");
    for header in TOP {
        writeln!(c, "#include <libvirt/{header}.h>").unwrap();
    }
    let mut hidden = c.replace("#define VIR_ENUM_SENTINELS\n", "");
    c.push_str("#define SAME(a, b) _Static_assert(__builtin_types_compatible_p(a, b), #a \" is \" #b)\n");
    c.push_str("#define IS(condition) _Static_assert(condition, #condition)\n");
    let mut checks = 0;
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        checks += 1;
        check(line, &mut c, &mut hidden);
    }
    assert_eq!(checks, 2763, "rows of the table");
    // Deprecated fields have their places too.
    let options = ["-std=gnu11", "-Wno-deprecated-declarations"];
    compile("gcc", &options, &source("table.c", &c));
    compile("gcc", &options, &source("hidden.c", &hidden));
}

#[test]
fn the_compiler_warns_of_deprecated_fields() {
    if !present("gcc") {
        return;
    }
    let warned = |field: &str| {
        let text =
            format!("#include <libvirt/virterror.h>\nint f(virError *e) {{ return e->{field} != 0; }}\n");
        let path = source(&format!("field-{field}.c"), &text);
        let output = Command::new("gcc").arg("-fsyntax-only").arg("-I").arg(include_dir()).arg(path).output();
        words(&output.unwrap()).contains("-Wdeprecated-declarations")
    };
    for field in ["conn", "dom", "net"] {
        assert!(warned(field), "{field}");
    }
    for field in ["code", "domain", "message", "level", "str1", "str2", "str3", "int1", "int2"] {
        assert!(!warned(field), "{field}");
    }
}

/// The C that compiles only if a row of the table holds.
fn check(line: &str, c: &mut String, hidden: &mut String) {
    let columns: Vec<&str> = line.split('\t').collect();
    match columns[..] {
        ["enum", name, value, when] => {
            writeln!(c, "IS({name} == ({value}LL));").unwrap();
            if when == "sentinel" {
                // The name is free when sentinels were not asked for.
                writeln!(hidden, "enum {{ {name} = 0 }};").unwrap();
            }
        }
        ["number", name, value] => writeln!(c, "IS({name} == {value}LL);").unwrap(),
        ["string", name, text] => {
            writeln!(c, "IS(sizeof({name}) == sizeof(\"{text}\") && !__builtin_strcmp({name}, \"{text}\"));")
                .unwrap();
        }
        ["macro", name] => writeln!(c, "#ifndef {name}\n#error {name}\n#endif").unwrap(),
        ["type", name, "enum"] => writeln!(c, "IS(sizeof({name}) == sizeof(int));").unwrap(),
        ["type", name, target] => writeln!(c, "SAME({name}, {target});").unwrap(),
        ["struct", name, size, align] => {
            writeln!(c, "IS(sizeof(struct {name}) == {size} && _Alignof(struct {name}) == {align});")
                .unwrap();
        }
        ["field", of, name, offset, size, kind] => {
            let field = format!("((struct {of} *)0)->{name}");
            writeln!(c, "IS(offsetof(struct {of}, {name}) == {offset} && sizeof({field}) == {size});")
                .unwrap();
            if kind != "union" {
                writeln!(c, "SAME(__typeof__({field}), {kind});").unwrap();
            }
        }
        ["function", name, result, args] => {
            writeln!(c, "SAME(__typeof__({name}), {result} ({args}));").unwrap();
        }
        ["variable", name, kind] => writeln!(c, "SAME(__typeof__({name}), {kind});").unwrap(),
        // Statement expressions are no constants: a program of their own evaluates them.
        ["value" | "optional", ..] => {}
        _ => panic!("no such row: {line}"),
    }
}

#[test]
fn function_like_macros_have_the_values_of_the_table() {
    if !present("gcc") {
        return;
    }
    let mut c = String::from("#include <stdio.h>\n#include <string.h>\n");
    for header in TOP {
        writeln!(c, "#include <libvirt/{header}.h>").unwrap();
    }
    c.push_str("int main(void) {\n");
    let mut expected = String::new();
    for line in TABLE.lines() {
        if let ["value", expression, value] = line.split('\t').collect::<Vec<_>>()[..] {
            writeln!(c, "    printf(\"%lld\\n\", (long long)({expression}));").unwrap();
            writeln!(expected, "{value}").unwrap();
        }
    }
    c.push_str("    return 0;\n}\n");
    let path = source("macros.c", &c);
    let program = path.with_extension("bin");
    let output =
        Command::new("gcc").arg("-I").arg(include_dir()).arg(&path).arg("-o").arg(&program).output().unwrap();
    assert!(output.status.success(), "{}", words(&output));
    let output = Command::new(program).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout), expected);
}
