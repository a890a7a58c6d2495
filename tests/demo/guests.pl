# Guests from Perl: list, define, start, snapshot, revert, stop.

use strict;
use warnings;
use Sys::Virt;
use Sys::Virt::Domain;

my %words;
$words{ Sys::Virt::Domain::STATE_RUNNING() } = 'running';
$words{ Sys::Virt::Domain::STATE_PAUSED() }  = 'paused';
$words{ Sys::Virt::Domain::STATE_SHUTOFF() } = 'shut off';

sub show {
    my ( $conn, $what ) = @_;
    my @guests = sort { $a->get_name cmp $b->get_name } $conn->list_all_domains;
    my @words = map { my ($state) = $_->get_state; sprintf '%s (%s)', $_->get_name, $words{$state} // 'other' } @guests;
    printf "  %-28s %s\n", $what, join( ', ', @words );
}

my $conn = Sys::Virt->new( uri => 'test:///default' );
my $number = $conn->get_library_version;
printf "\nPerl, on %s, library %d.%d.%d\n", $conn->get_uri, $number / 1000000, $number / 1000 % 1000, $number % 1000;
show( $conn, 'at first' );

my $guest = $conn->define_domain(<<'XML');
<domain type='test'>
  <name>perl-guest</name>
  <memory unit='MiB'>128</memory>
  <vcpu>1</vcpu>
  <os><type>hvm</type></os>
</domain>
XML
show( $conn, 'defined perl-guest' );
$guest->create;
show( $conn, 'started it' );

my $snapshot = $guest->create_snapshot('<domainsnapshot><name>fresh</name></domainsnapshot>');
$guest->suspend;
show( $conn, sprintf "snapshot '%s', paused", $snapshot->get_name );
$snapshot->revert_to;
show( $conn, 'reverted to the snapshot' );

$guest->destroy;
show( $conn, 'stopped it' );
$snapshot->delete;
$guest->undefine;
show( $conn, 'undefined it' );

eval { $conn->get_domain_by_name('nobody') };
printf "  %-28s %s\n", 'looked for nobody', $@->message;
