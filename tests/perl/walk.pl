#!/usr/bin/perl
# Sys::Virt on test:///default: listing, defining, starting, snapshots, storage, networks, events, errors.

use strict;
use warnings;

use Sys::Virt;
use Sys::Virt::Error;
use Sys::Virt::Event;
use Test::More;

my $XML = "<domain type='test'><name>perl</name><memory>2048</memory><vcpu>2</vcpu><os><type>hvm</type></os></domain>";

# A call that must die with this code, and words in its message.
sub dies_with {
    my ($call, $code, $words, $what) = @_;
    eval { $call->() };
    my $error = $@;
    ok(ref $error && $error->isa("Sys::Virt::Error") && $error->code == $code && $error->message =~ $words, $what)
        or diag(ref $error ? $error->code . ": " . $error->message : $error);
}

Sys::Virt::Event::register_default();
my $tick = Sys::Virt::Event::add_timeout(-1, sub { });

sub turn {
    for (1 .. 4) {
        Sys::Virt::Event::update_timeout($tick, 1);
        Sys::Virt::Event::run_default();
    }
    Sys::Virt::Event::update_timeout($tick, -1);
}

my $conn = Sys::Virt->new(uri => "test:///default");
is($conn->get_type, "TEST", "the driver's name");
is($conn->get_uri, "test:///default", "the URI");
ok($conn->get_library_version >= 9000000, "the library's version");
is($conn->get_node_info->{cpus}, 16, "the host's processors");
like($conn->get_capabilities, qr{<emulator>/usr/bin/test-hv</emulator>}, "capabilities");
is_deeply([map { $_->get_name } $conn->list_all_domains], ["test"], "the guests");
is_deeply([map { $_->get_name } $conn->list_all_networks], ["default"], "the networks");
is_deeply([map { $_->get_name } $conn->list_all_storage_pools], ["default-pool"], "the pools");
is_deeply([sort map { $_->get_name } $conn->list_all_node_devices], [qw(computer scsi_host1 scsi_host11 scsi_host2)], "the devices");
is_deeply([map { $_->get_name } $conn->list_all_interfaces], ["eth1"], "the interfaces");

my @seen;
my $id = $conn->domain_event_register_any(undef, Sys::Virt::Domain::EVENT_ID_LIFECYCLE,
    sub { my ($c, $dom, $event, $detail) = @_; push @seen, $dom->get_name . " $event $detail" });

my $dom = $conn->define_domain($XML);
is($dom->get_name, "perl", "defined");
ok(!$dom->is_active, "not running");
$dom->create;
ok($dom->is_active, "running");
is(($dom->get_state)[0], Sys::Virt::Domain::STATE_RUNNING, "its state");
is($dom->get_info->{maxMem}, 2048, "its memory");
$dom->suspend;
is(($dom->get_state)[0], Sys::Virt::Domain::STATE_PAUSED, "paused");
$dom->resume;
$dom->set_autostart(1);
ok($dom->get_autostart, "autostart");
like($dom->get_xml_description, qr{<name>perl</name>}, "its XML");
$dom->set_memory_parameters({ Sys::Virt::Domain::MEMORY_HARD_LIMIT() => 2000000 });
is($dom->get_memory_parameters->{hard_limit}, 2000000, "a limit read back as set");

my $snapshot = $dom->create_snapshot("<domainsnapshot><name>first</name></domainsnapshot>");
is($snapshot->get_name, "first", "a snapshot");
is($dom->num_of_snapshots, 1, "counted");
$dom->destroy;
$snapshot->revert_to;
ok($dom->is_active, "running after going back");
$snapshot->delete;
$dom->destroy;
$dom->undefine;
turn();
is_deeply(\@seen, ["perl 0 0", "perl 2 0", "perl 3 0", "perl 4 0", "perl 5 1", "perl 2 3", "perl 5 1", "perl 1 0"], "events in order") or diag(join("; ", @seen));
$conn->domain_event_deregister_any($id);

my $pool = $conn->get_storage_pool_by_name("default-pool");
my $volume = $pool->create_volume("<volume><name>v</name><capacity unit='MiB'>1</capacity></volume>");
is($volume->get_path, "/default-pool/v", "a volume's path");
is($volume->get_info->{capacity}, 1048576, "a volume's size");
$volume->delete;

my $net = $conn->get_network_by_name("default");
is($net->get_bridge_name, "virbr0", "the network's bridge");
$net->destroy;
ok(!$net->is_active, "the network stopped");
$net->create;

dies_with(sub { $conn->get_domain_by_name("nosuch") }, Sys::Virt::Error::ERR_NO_DOMAIN, qr/^Domain not found/, "no such guest");
dies_with(sub { $conn->get_network_by_name("nosuch") }, Sys::Virt::Error::ERR_NO_NETWORK, qr/^Network not found/, "no such network");
dies_with(sub { $conn->define_domain("<domain/>") }, Sys::Virt::Error::ERR_NO_NAME, qr/missing name information/, "a document without a name");
dies_with(sub { $conn->get_domain_by_name("test")->create }, Sys::Virt::Error::ERR_INTERNAL_ERROR, qr/already running/, "started twice");
dies_with(sub { Sys::Virt->new(uri => "test:///nosuch.xml") }, Sys::Virt::Error::ERR_XML_ERROR, qr/failed to parse/, "no such host");
my $reader = Sys::Virt->new(uri => "test:///default", readonly => 1);
dies_with(sub { $reader->get_domain_by_name("test")->suspend }, 29, qr/read only access/, "a reader may not");

my ($stats) = $conn->get_all_domain_stats(Sys::Virt::Domain::STATS_STATE);
is($stats->{data}->{"state.state"}, Sys::Virt::Domain::STATE_RUNNING, "bulk statistics");

my $stream = $conn->new_stream;
is($conn->get_domain_by_name("test")->screenshot($stream, 0), "image/png", "a screenshot's kind");
my $picture = "";
$stream->recv_all(sub { my ($st, $data, $count) = @_; $picture .= substr($data, 0, $count); return $count });
like($picture, qr/^\x89PNG/, "a screenshot's bytes");
$stream->finish;

done_testing();
