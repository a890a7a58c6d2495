//! Network interfaces of the host.

use crate::{TestConnection, lists, state::TestState};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use virt_conf::interface::Interface as Document;
use virt_core::{api::Interfaces, connection::check_flags, constants::*, records::Interface, types::*};
use virt_error::{Code, Error, Origin, Result, bail, error};
use virt_xml::{Node, Tree};

const ORIGIN: Origin = Origin::Test;

/// The interfaces, and the change that is under way.
#[derive(Default)]
pub struct InterfaceTable {
    tables: RwLock<Tables>,
}

#[derive(Default)]
struct Tables {
    interfaces: Vec<Entry>,
    /// What a rollback brings back.
    backup: Option<Vec<Entry>>,
}

/// One interface.
#[derive(Clone)]
struct Entry {
    document: Arc<Document>,
    active: bool,
}

impl Entry {
    fn record(&self) -> Interface {
        let mac = self.document.mac.as_deref().unwrap_or_default();
        Interface { name: self.document.name().into(), mac: mac.into() }
    }
}

impl InterfaceTable {
    fn read(&self) -> RwLockReadGuard<'_, Tables> {
        self.tables.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Tables> {
        self.tables.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds an interface, or gives one of this name another document.
    fn define(&self, document: Document, active: bool) -> Interface {
        let mut tables = self.write();
        let document = Arc::new(document);
        let place = tables.place(document.name());
        let entry = match place {
            Some(place) => {
                tables.interfaces[place].document = document;
                &tables.interfaces[place]
            }
            None => {
                let at = tables.interfaces.len();
                tables.interfaces.push(Entry { document, active });
                &tables.interfaces[at]
            }
        };
        entry.record()
    }
}

impl Tables {
    fn place(&self, name: &str) -> Option<usize> {
        self.interfaces.iter().position(|entry| entry.document.name() == name)
    }

    fn find(&self, name: &str) -> Result<&Entry> {
        let found = self.interfaces.iter().find(|entry| entry.document.name() == name);
        found.ok_or_else(|| no_interface(name))
    }

    fn find_mut(&mut self, name: &str) -> Result<&mut Entry> {
        let found = self.interfaces.iter_mut().find(|entry| entry.document.name() == name);
        found.ok_or_else(|| no_interface(name))
    }
}

#[cold]
fn no_interface(name: &str) -> Error {
    error!(Test, NoInterface, "no interface with matching name '{name}'")
}

/// An operation that does not fit the state, in the few words that libvirt has for it.
#[cold]
fn not_now() -> Error {
    Error::bare(ORIGIN, Code::OperationInvalid)
}

impl TestConnection {
    fn interfaces<R>(&self, active: Option<bool>, look: impl Fn(&Entry) -> R) -> Vec<R> {
        let tables = self.state.interfaces.read();
        let fits = |entry: &&Entry| active.is_none_or(|active| entry.active == active);
        tables.interfaces.iter().filter(fits).map(look).collect()
    }
}

impl Interfaces for TestConnection {
    fn connect_num_of_interfaces(&self) -> Result<i32> {
        Ok(self.interfaces(Some(true), |_| ()).len() as i32)
    }

    fn connect_list_interfaces(&self, maxnames: i32) -> Result<List<String, 16384>> {
        Ok(lists::names(self.interfaces(Some(true), |entry| entry.document.name().to_owned()), maxnames))
    }

    fn connect_num_of_defined_interfaces(&self) -> Result<i32> {
        Ok(self.interfaces(Some(false), |_| ()).len() as i32)
    }

    fn connect_list_defined_interfaces(&self, maxnames: i32) -> Result<List<String, 16384>> {
        Ok(lists::names(self.interfaces(Some(false), |entry| entry.document.name().to_owned()), maxnames))
    }

    fn connect_list_all_interfaces(
        &self,
        need_results: i32,
        flags: u32,
    ) -> Result<Listing<Interface, 16384>> {
        let (active, inactive) = (VIR_CONNECT_LIST_INTERFACES_ACTIVE, VIR_CONNECT_LIST_INTERFACES_INACTIVE);
        check_flags(flags, active | inactive, ORIGIN, "testConnectListAllInterfaces")?;
        let wanted = match flags & (active | inactive) {
            only if only == active => Some(true),
            only if only == inactive => Some(false),
            _ => None,
        };
        Ok(Listing::new(self.interfaces(wanted, Entry::record), need_results))
    }

    fn interface_lookup_by_name(&self, name: &str) -> Result<Interface> {
        self.state.interfaces.read().find(name).map(Entry::record)
    }

    fn interface_lookup_by_mac_string(&self, mac: &str) -> Result<Interface> {
        let tables = self.state.interfaces.read();
        let has =
            |entry: &&Entry| entry.document.mac.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(mac));
        let mut found = tables.interfaces.iter().filter(has);
        match (found.next(), found.next()) {
            (None, _) => bail!(Test, NoInterface, "no interface with matching mac '{mac}'"),
            (Some(only), None) => Ok(only.record()),
            (Some(_), Some(_)) => Err(Error::bare(ORIGIN, Code::MultipleInterfaces)),
        }
    }

    fn interface_is_active(&self, iface: &Interface) -> Result<i32> {
        self.state.interfaces.read().find(&iface.name).map(|entry| i32::from(entry.active))
    }

    fn interface_get_xml_desc(&self, iface: &Interface, flags: u32) -> Result<String> {
        // An interface has one document, whether it runs or not.
        check_flags(flags, VIR_INTERFACE_XML_INACTIVE, ORIGIN, "testInterfaceGetXMLDesc")?;
        let document = self.state.interfaces.read().find(&iface.name)?.document.clone();
        Ok(document.format())
    }

    fn interface_define_xml(&self, xml: &str, flags: u32) -> Result<Interface> {
        check_flags(flags, VIR_INTERFACE_DEFINE_VALIDATE, ORIGIN, "testInterfaceDefineXML")?;
        let document = Document::parse(xml, flags & VIR_INTERFACE_DEFINE_VALIDATE != 0)?;
        check_name(document.name())?;
        Ok(self.state.interfaces.define(document, false))
    }

    fn interface_undefine(&self, iface: &Interface) -> Result<()> {
        let mut tables = self.state.interfaces.write();
        let place = tables.place(&iface.name).ok_or_else(|| no_interface(&iface.name))?;
        tables.interfaces.remove(place);
        Ok(())
    }

    fn interface_create(&self, iface: &Interface, flags: u32) -> Result<()> {
        check_flags(flags, 0, ORIGIN, "testInterfaceCreate")?;
        let mut tables = self.state.interfaces.write();
        let entry = tables.find_mut(&iface.name)?;
        if entry.active {
            return Err(not_now());
        }
        entry.active = true;
        Ok(())
    }

    fn interface_destroy(&self, iface: &Interface, flags: u32) -> Result<()> {
        check_flags(flags, 0, ORIGIN, "testInterfaceDestroy")?;
        let mut tables = self.state.interfaces.write();
        let entry = tables.find_mut(&iface.name)?;
        if !entry.active {
            return Err(not_now());
        }
        entry.active = false;
        Ok(())
    }

    fn interface_change_begin(&self, flags: u32) -> Result<()> {
        check_flags(flags, 0, ORIGIN, "testInterfaceChangeBegin")?;
        let mut tables = self.state.interfaces.write();
        if tables.backup.is_some() {
            bail!(Test, OperationInvalid, "there is another transaction running.");
        }
        tables.backup = Some(tables.interfaces.clone());
        Ok(())
    }

    fn interface_change_commit(&self, flags: u32) -> Result<()> {
        check_flags(flags, 0, ORIGIN, "testInterfaceChangeCommit")?;
        match self.state.interfaces.write().backup.take() {
            Some(_) => Ok(()),
            None => bail!(Test, OperationInvalid, "no transaction running, nothing to be committed."),
        }
    }

    fn interface_change_rollback(&self, flags: u32) -> Result<()> {
        check_flags(flags, 0, ORIGIN, "testInterfaceChangeRollback")?;
        let mut tables = self.state.interfaces.write();
        match tables.backup.take() {
            Some(backup) => {
                tables.interfaces = backup;
                Ok(())
            }
            None => bail!(Test, OperationInvalid, "no transaction running, nothing to rollback."),
        }
    }
}

/// The name of an interface is the name of a file.
fn check_name(name: &str) -> Result<()> {
    if name.contains('/') || name == "." || name == ".." {
        bail!(Interface, XmlError, "name {name} cannot contain '/'");
    }
    Ok(())
}

/// Makes what a node file describes.
pub fn load(state: &TestState, node: Node<'_>) -> Result<()> {
    let mut text = String::new();
    Tree::from(node).dump(&mut text, None);
    state.interfaces.define(Document::parse(&text, false)?, true);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{open, open_node};

    fn xml(name: &str, mac: &str) -> String {
        format!("<interface type='ethernet' name='{name}'><mac address='{mac}'/></interface>")
    }

    #[test]
    fn the_default_interface_is_as_programs_expect_it() {
        let interfaces = open("test:///default").unwrap().interfaces;
        let iface = interfaces.interface_lookup_by_mac_string("AA:BB:CC:DD:EE:FF").unwrap();
        assert_eq!((&*iface.name, interfaces.interface_is_active(&iface).unwrap()), ("eth1", 1));
    }

    #[test]
    fn an_interface_lives_from_definition_to_removal() {
        let interfaces = open_node("<node/>").unwrap().interfaces;
        let iface = interfaces.interface_define_xml(&xml("eth7", "0:1:2:3:4:5"), 0).unwrap();
        assert_eq!(interfaces.connect_num_of_defined_interfaces().unwrap(), 1);
        interfaces.interface_create(&iface, 0).unwrap();
        let error = interfaces.interface_create(&iface, 0).unwrap_err();
        assert_eq!(error.message(), "Requested operation is not valid");
        interfaces.interface_destroy(&iface, 0).unwrap();
        assert!(interfaces.interface_destroy(&iface, 0).is_err());
        interfaces.interface_define_xml(&xml("eth8", "0:1:2:3:4:5"), 0).unwrap();
        let error = interfaces.interface_lookup_by_mac_string("0:1:2:3:4:5").unwrap_err();
        assert_eq!(error.code(), Code::MultipleInterfaces);
        interfaces.interface_undefine(&iface).unwrap();
        assert_eq!(interfaces.interface_is_active(&iface).unwrap_err().code(), Code::NoInterface);
        assert!(interfaces.interface_define_xml(&xml("../x", "0:1:2:3:4:5"), 0).is_err());
    }

    #[test]
    fn a_rollback_brings_back_what_was() {
        let interfaces = open_node("<node/>").unwrap().interfaces;
        let iface = interfaces.interface_define_xml(&xml("eth7", "0:1:2:3:4:5"), 0).unwrap();
        assert!(interfaces.interface_change_commit(0).is_err());
        interfaces.interface_change_begin(0).unwrap();
        assert!(interfaces.interface_change_begin(0).is_err());
        interfaces.interface_undefine(&iface).unwrap();
        interfaces.interface_change_rollback(0).unwrap();
        assert!(interfaces.interface_get_xml_desc(&iface, 0).unwrap().contains("eth7"));
        let error = interfaces.interface_change_rollback(0).unwrap_err();
        assert!(error.message().ends_with("no transaction running, nothing to rollback."));
        interfaces.interface_change_begin(0).unwrap();
        interfaces.interface_undefine(&iface).unwrap();
        interfaces.interface_change_commit(0).unwrap();
        assert_eq!(interfaces.connect_list_all_interfaces(0, 0).unwrap().count, 0);
    }
}
