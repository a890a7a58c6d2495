//! The macros of the element table.

/// Declares structures that stand for XML elements. See the crate's documentation for the kinds of lines.
#[macro_export]
macro_rules! element {
    ($($(#[$meta:meta])* $vis:vis $name:ident {
        $($(#[$attr_meta:meta])* attr $attr:ident: $attr_type:ty = $attr_name:literal
            $(is $need:ident)* $(when $attr_when:ident)? $(refused $attr_code:ident $attr_complaint:literal)?),* $(,)?
        ;
        $($(#[$meta_:meta])* $kind:ident $field:ident: $type:ty
            $(= $child:literal $(@ $sub:literal)? $(when $when:ident)? $(refused $code:ident $complaint:literal)?)?),* $(,)?
    } $(=> $check:path;)?)+) => { $(
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq)]
        $vis struct $name {
            $($(#[$attr_meta])* pub $attr: $attr_type,)*
            $($(#[$meta_])* pub $field: $type,)*
            /// What libvirt's format has here and this structure has no place for.
            pub rest: $crate::Rest,
        }

        #[allow(unused_variables, unreachable_code, unreachable_patterns, clippy::needless_return)]
        impl $crate::Element for $name {
            fn attr<'s>(&'s mut self, name: &str, r: &$crate::Reading) -> Option<&'s mut dyn $crate::Word> {
                match name {
                    $($attr_name $(if r.$attr_when())? => return Some(&mut self.$attr),)*
                    _ => {}
                }
                $($crate::line!(flat_attr $kind, self.$field, name, r);)*
                None
            }
            fn child<'s>(&'s mut self, name: &str, r: &$crate::Reading) -> Option<$crate::Slot<'s>> {
                match name {
                    $($($child $(if r.$when())? => return Some($crate::slot!($kind, self.$field $(, $sub)?)),)?)*
                    _ => {}
                }
                $($crate::line!(flat_child $kind, self.$field, name, r);)*
                None
            }
            fn complaint(&self, name: &str) -> Option<($crate::Code, &'static str)> {
                match name {
                    $($attr_name => { $(return Some(($crate::Code::$attr_code, $attr_complaint));)? })*
                    $($($child => { $(return Some(($crate::Code::$code, $complaint));)? })?)*
                    _ => {}
                }
                None
            }
            fn content_slot(&mut self) -> Option<&mut dyn $crate::Word> {
                $($crate::line!(content $kind, &mut self.$field);)*
                None
            }
            fn text_content(&self) -> Option<&dyn $crate::Word> {
                $($crate::line!(content $kind, &self.$field);)*
                None
            }
            fn save_attrs(&self, w: &mut $crate::Writer) {
                $($crate::when!(w $($attr_when)?, w.attr($attr_name, &self.$attr));)*
                $($crate::line!(flat_attrs $kind, self.$field, w);)*
            }
            fn save_body(&self, w: &mut $crate::Writer) {
                if !self.rest.is_empty() {
                    self.rest.save_first(w);
                }
                $($crate::save!($kind, self.$field, w, self.rest $(, $child, ($($when)?) $(, $sub)?)?);)*
            }
            fn rest(&self) -> &$crate::Rest {
                &self.rest
            }
            fn rest_mut(&mut self) -> &mut $crate::Rest {
                &mut self.rest
            }
            fn names(&self, names: &mut $crate::Names) {
                names.attributes.extend_from_slice(&[$($attr_name),*]);
                names.children.extend_from_slice(&[$($($child,)?)*]);
                $($crate::line!(flat_names $kind, self.$field, names);)*
            }
            fn check(&mut self, node: $crate::Node<'_>, r: &$crate::Reading) -> $crate::Result<()> {
                $($($crate::need!($need, self.$attr, node, $attr_name);)*)*
                $($crate::line!(flat_check $kind, self.$field, node, r);)*
                $($check(self, node, r)?;)?
                Ok(())
            }
        }
    )+ };
}

/// Declares an enum of elements, one of which an attribute chooses:
/// `choice! { pub Address by "type" { Pci(PciAddress) = "pci", … } }`.
/// Without the attribute the document is refused, or, with `else NAME`, that variant is taken.
#[macro_export]
macro_rules! choice {
    ($($(#[$meta:meta])* $vis:vis $name:ident by $key:literal $(else $default:literal)? $(other $other:ident($other_type:ty))?
        $(refused $code:ident $complaint:literal)? {
        $first:ident($first_type:ty) = $first_word:literal
        $(, $variant:ident($type:ty) = $word:literal)* $(,)?
    })+) => { $(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        $vis enum $name { $first($first_type), $($variant($type),)* $($other($other_type),)? }

        impl Default for $name {
            fn default() -> $name {
                $name::$first(Default::default())
            }
        }

        impl $name {
            /// The words that choose, in libvirt's order.
            pub const WORDS: &'static [&'static str] = &[$first_word $(, $word)*];

            /// The word that chooses this one.
            pub fn word(&self) -> &'static str {
                match self {
                    $name::$first(_) => $first_word,
                    $($name::$variant(_) => $word,)*
                    $($name::$other(_) => "",)?
                }
            }

            fn inner(&self) -> &dyn $crate::Element {
                match self {
                    $name::$first(inner) => inner,
                    $($name::$variant(inner) => inner,)*
                    $($name::$other(inner) => inner,)?
                }
            }

            fn inner_mut(&mut self) -> &mut dyn $crate::Element {
                match self {
                    $name::$first(inner) => inner,
                    $($name::$variant(inner) => inner,)*
                    $($name::$other(inner) => inner,)?
                }
            }
        }

        impl $crate::Element for $name {
            fn attr<'s>(&'s mut self, name: &str, r: &$crate::Reading) -> Option<&'s mut dyn $crate::Word> {
                self.inner_mut().attr(name, r)
            }
            fn child<'s>(&'s mut self, name: &str, r: &$crate::Reading) -> Option<$crate::Slot<'s>> {
                self.inner_mut().child(name, r)
            }
            fn content_slot(&mut self) -> Option<&mut dyn $crate::Word> {
                self.inner_mut().content_slot()
            }
            fn text_content(&self) -> Option<&dyn $crate::Word> {
                self.inner().text_content()
            }
            fn save_attrs(&self, w: &mut $crate::Writer) {
                if !self.word().is_empty() {
                    w.attribute($key, self.word());
                }
                self.inner().save_attrs(w);
            }
            fn save_body(&self, w: &mut $crate::Writer) {
                self.inner().save_body(w);
            }
            fn rest(&self) -> &$crate::Rest {
                self.inner().rest()
            }
            fn rest_mut(&mut self) -> &mut $crate::Rest {
                self.inner_mut().rest_mut()
            }
            fn names(&self, names: &mut $crate::Names) {
                names.attributes.push($key);
                self.inner().names(names);
            }
            #[allow(unreachable_patterns)]
            fn choose(&mut self, node: $crate::Node<'_>, _r: &$crate::Reading) -> $crate::Result<&'static str> {
                let word = node.attribute($key);
                $(let word = word.or(Some($default));)?
                *self = match word {
                    Some($first_word) => $name::$first(Default::default()),
                    $(Some($word) => $name::$variant(Default::default()),)*
                    $(_ => {
                        *self = $name::$other(Default::default());
                        return Ok("");
                    })?
                    $(Some(other) => {
                        let text = $complaint.replacen("{}", other, 1);
                        return Err($crate::Error::new(_r.origin, $crate::Code::$code, text));
                    })?
                    Some(_) => return Err($crate::bad_attribute(node, $key, "")),
                    None => return Err($crate::missing_attribute(node.name(), $key)),
                };
                Ok($key)
            }
            fn check(&mut self, node: $crate::Node<'_>, r: &$crate::Reading) -> $crate::Result<()> {
                self.inner_mut().check(node, r)
            }
        }
    )+ };
}

/// The slot of a line, by its kind.
#[doc(hidden)]
#[macro_export]
macro_rules! slot {
    (one, $place:expr) => {
        $crate::Slot::One(&mut $place)
    };
    (part, $place:expr) => {
        $crate::Slot::One(&mut $place)
    };
    (shell, $place:expr) => {
        $crate::Slot::One(&mut $place)
    };
    (many, $place:expr) => {
        $crate::Slot::One(&mut $place)
    };
    (parts, $place:expr) => {
        $crate::Slot::One(&mut $place)
    };
    (block, $place:expr) => {
        $crate::Slot::One(&mut $place)
    };
    (blocks, $place:expr) => {
        $crate::Slot::One(&mut $place)
    };
    (inline, $place:expr) => {
        $crate::Slot::Inline(&mut $place)
    };
    (always, $place:expr) => {
        $crate::Slot::Inline(&mut $place)
    };
    (text, $place:expr) => {
        $crate::Slot::Text(&mut $place)
    };
    (texts, $place:expr) => {
        $crate::Slot::Texts(&mut $place)
    };
    (flag, $place:expr) => {
        $crate::Slot::Flag(&mut $place)
    };
    (value, $place:expr, $sub:literal) => {
        $crate::Slot::Value($sub, &mut $place)
    };
    (tree, $place:expr) => {
        $crate::Slot::Tree(&mut $place)
    };
    (trees, $place:expr) => {
        $crate::Slot::Trees(&mut $place)
    };
    (foreign, $place:expr) => {
        $crate::Slot::Tree(&mut $place)
    };
}

/// How a line of the body is written, by its kind.
#[doc(hidden)]
#[macro_export]
macro_rules! save {
    (content, $place:expr, $w:ident, $rest:expr) => {};
    (kept, $place:expr, $w:ident, $rest:expr) => {
        $place.iter().for_each(|tree| $w.tree(tree))
    };
    (flat, $place:expr, $w:ident, $rest:expr) => {
        $crate::Element::save_body(&$place, $w);
        if !$rest.is_empty() {
            let mut names = $crate::Names::default();
            $crate::Element::names(&$place, &mut names);
            names.children.iter().for_each(|name| $rest.save_after(name, $w));
        }
    };
    ($kind:ident, $place:expr, $w:ident, $rest:expr, $name:literal, ($($when:ident)?) $(, $sub:literal)?) => {
        $crate::when!($w $($when)?, $crate::save!(@ $kind, $place, $w, $name $(, $sub)?));
        if !$rest.is_empty() {
            $rest.save_after($name, $w);
        }
    };
    (@ one, $place:expr, $w:ident, $name:literal) => { $w.nest($name, &$place) };
    (@ shell, $place:expr, $w:ident, $name:literal) => { $w.shells($name, &$place) };
    (@ many, $place:expr, $w:ident, $name:literal) => { $w.nest($name, &$place) };
    (@ part, $place:expr, $w:ident, $name:literal) => { $w.parts($name, &$place) };
    (@ parts, $place:expr, $w:ident, $name:literal) => { $w.parts($name, &$place) };
    (@ block, $place:expr, $w:ident, $name:literal) => { $w.blocks($name, &$place) };
    (@ blocks, $place:expr, $w:ident, $name:literal) => { $w.blocks($name, &$place) };
    (@ inline, $place:expr, $w:ident, $name:literal) => { $w.part($name, &$place) };
    (@ always, $place:expr, $w:ident, $name:literal) => { $w.always($name, &$place) };
    (@ text, $place:expr, $w:ident, $name:literal) => { $w.text($name, &$place) };
    (@ texts, $place:expr, $w:ident, $name:literal) => {
        $crate::Words::each(&$place, &mut |word| $w.text($name, word))
    };
    (@ flag, $place:expr, $w:ident, $name:literal) => { $w.flag($name, $place) };
    (@ value, $place:expr, $w:ident, $name:literal, $sub:literal) => { $w.value($name, $sub, &$place) };
    (@ tree, $place:expr, $w:ident, $name:literal) => { $place.iter().for_each(|tree| $w.tree(tree)) };
    (@ trees, $place:expr, $w:ident, $name:literal) => { $place.iter().for_each(|tree| $w.tree(tree)) };
    (@ foreign, $place:expr, $w:ident, $name:literal) => { $place.iter().for_each(|tree| $w.foreign(tree)) };
}

/// What only lines of a certain kind add to a method.
#[doc(hidden)]
#[macro_export]
macro_rules! line {
    (flat_attr flat, $place:expr, $name:ident, $r:ident) => {
        if let Some(word) = $crate::Element::attr(&mut $place, $name, $r) {
            return Some(word);
        }
    };
    (flat_child flat, $place:expr, $name:ident, $r:ident) => {
        if let Some(slot) = $crate::Element::child(&mut $place, $name, $r) {
            return Some(slot);
        }
    };
    (flat_attrs flat, $place:expr, $w:ident) => {
        $crate::Element::save_attrs(&$place, $w)
    };
    (flat_names flat, $place:expr, $names:ident) => {
        $crate::Element::names(&$place, $names)
    };
    (flat_check flat, $place:expr, $node:ident, $r:ident) => {
        $crate::Element::check(&mut $place, $node, $r)?
    };
    (content content, $place:expr) => {
        return Some($place)
    };
    ($($other:tt)*) => {};
}

/// A statement under a line's condition.
#[doc(hidden)]
#[macro_export]
macro_rules! when {
    ($w:ident $condition:ident, $statement:expr) => {
        if $w.$condition() {
            $statement
        }
    };
    ($w:ident, $statement:expr) => {
        $statement
    };
}

/// What a line demands of its attribute.
#[doc(hidden)]
#[macro_export]
macro_rules! need {
    (required, $place:expr, $node:ident, $name:literal) => {
        if $place.is_none() {
            return Err($crate::missing_attribute($node.name(), $name));
        }
    };
    (natural, $place:expr, $node:ident, $name:literal) => {
        if $place.is_some_and(|number| number < 0) {
            return Err($crate::bad_attribute($node, $name, " Expected non-negative value"));
        }
    };
    (positive, $place:expr, $node:ident, $name:literal) => {
        if $place == Some(0) {
            return Err($crate::zero_attribute($node.name(), $name));
        }
    };
}
