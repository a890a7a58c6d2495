# The smallest guest: one program of 16-bit code, as a firmware image (symbol FIRMWARE) or as what a boot sector loads.
# Firmware finds a bare machine and sets up what it uses; a boot sector finds it set up by the BIOS.
#
# On the first serial port it says "board up", then echoes what it reads, but for
#   P  powers off        R  resets        X  tells the panic device of a crash
# It powers off on the power button, says "key NN" for every scan code of the keyboard, "plugged SLOTS" when devices are
# put into hot-plug slots, and "unplugged SLOTS" when it has released those it was asked for (both as a bit mask of a
# bus, in hexadecimal). Its screen shows its name over colour bars. Between the ticks of the timer it sleeps.

        .code16
        .set PM,        0x600           # the power management registers, as SeaBIOS places them
        .set SERIAL,    0x3f8
        .set TICK,      11932           # the timer's 1193182 Hz by this: 100 ticks a second
        .set slots,     0x500           # free memory: where the machine has its hot-plug registers
        .set WIDTH,     320
        .set HEIGHT,    200

        .macro outbyte port, value
        movw    $\port, %dx
        movb    $\value, %al
        outb    %al, %dx
        .endm
        .macro display index, value     # a register of the Bochs display interface
        movw    $0x1ce, %dx
        movw    $\index, %ax
        outw    %ax, %dx
        incw    %dx
        movw    $\value, %ax
        outw    %ax, %dx
        .endm

        .ifndef FIRMWARE
# The BIOS loads the first 512 bytes to 0x7c00 and gives the drive in dl. The rest follows to where it belongs.
sector: ljmp    $0, $1f
1:      cli
        xorw    %ax, %ax
        movw    %ax, %ds
        movw    %ax, %es
        movw    %ax, %ss
        movw    $0x7c00, %sp
        sti
        movw    $0x0200 + (end - rest + 511) / 512, %ax
        movw    $rest, %bx
        movw    $0x0002, %cx
        xorb    %dh, %dh
        int     $0x13
        jc      unreadable
        cli
        jmp     start
unreadable:
        movw    $SERIAL, %dx
        movb    $'?', %al
        outb    %al, %dx
        hlt
        jmp     unreadable
        .org    510
        .word   0xaa55
rest:
        .endif

start:  cli
        cld
        xorw    %ax, %ax
        movw    %ax, %ss
        movw    $0x7c00, %sp
        movw    %cs, %ax
        movw    %ax, %ds
        xorw    %ax, %ax
        movw    %ax, %es
        movw    $0x20, %di              # interrupt 8, the timer's
        movw    $tick, %es:(%di)
        movw    %cs, %es:2(%di)

# The host bridge tells the machine: pc has its hot-plug registers elsewhere than q35.
        movl    $0x80000000, %eax
        call    read_pci
        movw    $0xae00, %ss:slots
        cmpl    $0x12378086, %eax
        je      1f
        movw    $0x0cc0, %ss:slots
1:
        .ifdef FIRMWARE
        je      2f
        movl    $0x8000f840, %eax       # q35: the base of the power management registers, then their switch
        movl    $PM + 1, %ecx
        call    write_pci
        movl    $0x8000f844, %eax
        movl    $0x80, %ecx
        call    write_pci
        jmp     3f
2:      movl    $0x80000b40, %eax       # pc: the same
        movl    $PM + 1, %ecx
        call    write_pci
        movl    $0x80000b80, %eax
        movl    $1, %ecx
        call    write_pci
# The interrupt controller reaches the processor through its local APIC, whose registers lie beyond a 64 KiB segment:
# a moment in protected mode leaves %fs without that limit.
3:      lgdtl   %cs:table_register
        movl    %cr0, %eax
        orb     $1, %al
        movl    %eax, %cr0
        movw    $8, %bx
        movw    %bx, %fs
        andb    $0xfe, %al
        movl    %eax, %cr0
        movw    %ss, %bx
        movw    %bx, %fs
        movl    $0xfee000f0, %ebx       # on
        movl    $0x1ff, %fs:(%ebx)
        movl    $0xfee00350, %ebx       # its first input is the interrupt controller
        movl    $0x700, %fs:(%ebx)
        outbyte 0x20, 0x11
        outbyte 0x21, 0x08
        outbyte 0x21, 0x04
        outbyte 0x21, 0x01
        .endif
        outbyte 0x21, 0xfe              # the timer alone interrupts
        outbyte 0xa1, 0xff
        outbyte 0x43, 0x36
        outbyte 0x40, TICK & 0xff
        outbyte 0x40, TICK >> 8
        outbyte SERIAL + 3, 0x80        # 115200 bits a second, eight bits, no parity
        outbyte SERIAL, 1
        outbyte SERIAL + 1, 0
        outbyte SERIAL + 3, 3
        outbyte SERIAL + 2, 7
        outbyte 0x64, 0x60              # the keyboard: scan codes of the first set, and send them
        outbyte 0x60, 0x65
        outbyte 0x60, 0xf4
        movw    $PM + 2, %dx            # the power button sets its status bit
        movw    $0x100, %ax
        outw    %ax, %dx
        call    paint
        movw    $up, %si
        call    say

# What can happen, looked for at every tick.
watch:  sti
        hlt
        cli
        movw    $PM, %dx
        inw     %dx, %ax
        testb   $1, %ah
        jnz     off
        call    keyboard
        call    hotplug
1:      movw    $SERIAL + 5, %dx
        inb     %dx, %al
        testb   $1, %al
        jz      watch
        movw    $SERIAL, %dx
        inb     %dx, %al
        cmpb    $'P', %al
        je      off
        cmpb    $'R', %al
        je      reset
        cmpb    $'X', %al
        je      crash
        call    put
        jmp     1b

off:    movw    $PM + 4, %dx
        movw    $0x2000, %ax
        outw    %ax, %dx
        jmp     watch
reset:  outbyte 0x64, 0xfe
        jmp     watch
crash:  outbyte 0x505, 1
        jmp     watch

tick:   pushw   %ax
        movb    $0x20, %al
        outb    %al, $0x20
        popw    %ax
        iret

# Every scan code that is there; 0xfa is the keyboard's answer to a command.
keyboard:
        inb     $0x64, %al
        testb   $1, %al
        jz      1f
        movb    %al, %ah
        inb     $0x60, %al
        testb   $0x20, %ah              # the mouse's
        jnz     keyboard
        cmpb    $0xfa, %al
        je      keyboard
        movzbl  %al, %ebp
        movw    $key, %si
        call    say
        movb    $2, %cl
        call    number
        jmp     keyboard
1:      ret

# The hot-plug registers of every bus: reading "up" clears it; a slot written to "eject" is released.
hotplug:
        xorl    %edi, %edi
1:      movl    %edi, %eax
        movw    %ss:slots, %dx
        addw    $0x10, %dx
        outl    %eax, %dx
        movw    %ss:slots, %dx
        inl     %dx, %eax
        movl    %eax, %ebp
        movw    $plugged, %si
        call    tell
        movw    %ss:slots, %dx
        addw    $4, %dx
        inl     %dx, %eax
        movl    %eax, %ebp
        testl   %eax, %eax
        jz      2f
        addw    $4, %dx
        outl    %eax, %dx
        movw    $unplugged, %si
        call    tell
2:      incw    %di
        cmpw    $16, %di
        jb      1b
        ret

# tell: the words at si and the slots in ebp, where there are any; all bits set is a register that is not there.
tell:   testl   %ebp, %ebp
        jz      1f
        cmpl    $-1, %ebp
        je      1f
        call    say
        movb    $8, %cl
        jmp     number
1:      ret

# say: the zero-ended words at si. put: the byte in al. number: the lowest cl digits of ebp, and a new line.
say:    lodsb
        testb   %al, %al
        jz      1f
        call    put
        jmp     say
1:      ret
put:    movb    %al, %bl
1:      movw    $SERIAL + 5, %dx
        inb     %dx, %al
        testb   $0x20, %al
        jz      1b
        movw    $SERIAL, %dx
        movb    %bl, %al
        outb    %al, %dx
        ret
number: movb    %cl, %ch
        shlb    $2, %cl
        negb    %cl
        addb    $32, %cl
        shll    %cl, %ebp
1:      roll    $4, %ebp
        movw    %bp, %ax
        andb    $15, %al
        addb    $'0', %al
        cmpb    $'9', %al
        jbe     2f
        addb    $'a' - '9' - 1, %al
2:      call    put
        decb    %ch
        jnz     1b
        movw    $line, %si
        jmp     say

read_pci:
        movw    $0xcf8, %dx
        outl    %eax, %dx
        movw    $0xcfc, %dx
        inl     %dx, %eax
        ret
        .ifdef FIRMWARE
write_pci:
        movw    $0xcf8, %dx
        outl    %eax, %dx
        movw    $0xcfc, %dx
        movl    %ecx, %eax
        outl    %eax, %dx
        ret
        .endif

# The picture, in 256 colours through the window at 0xa0000, where a standard display answers.
paint:  movw    $0x1ce, %dx
        xorw    %ax, %ax
        outw    %ax, %dx
        incw    %dx
        inw     %dx, %ax
        andw    $0xfff0, %ax
        cmpw    $0xb0c0, %ax
        je      1f
        ret
1:      display 4, 0
        display 1, WIDTH
        display 2, HEIGHT
        display 3, 8
        display 4, 1
        display 5, 0
        outbyte 0x3c2, 0x01
        movw    $0x3da, %dx
        inb     %dx, %al
        outbyte 0x3c0, 0x20
        outbyte 0x3c8, 0
        movw    $palette, %si
        movw    $palette_end - palette, %cx
        movw    $0x3c9, %dx
        rep outsb
        movw    $0xa000, %ax
        movw    %ax, %es
        xorw    %di, %di
        xorw    %bx, %bx                # the line
2:      xorw    %bp, %bp                # the column
3:      call    colour
        stosb
        incw    %bp
        cmpw    $WIDTH, %bp
        jb      3b
        incw    %bx
        cmpw    $HEIGHT, %bx
        jb      2b
        ret

# colour: of the point (bp, bx): white where the name is, enlarged four times; else the bar's.
colour: movw    %bx, %si
        subw    $84, %si
        cmpw    $32, %si
        jae     1f
        shrw    $2, %si
        movw    %bp, %ax
        subw    $16, %ax
        cmpw    $288, %ax
        jae     1f
        movw    %ax, %cx
        shrw    $2, %cx
        andb    $7, %cl                 # the column within a letter
        shrw    $5, %ax                 # the letter
        shlw    $3, %ax
        addw    %ax, %si
        movb    name(%si), %al
        shlb    %cl, %al
        movb    $8, %ah
        js      2f
1:      movw    %bp, %ax
        movb    $40, %cl
        divb    %cl
        movb    %al, %ah
2:      movb    %ah, %al
        ret

up:     .asciz  "board up\r\n"
key:    .asciz  "key "
plugged:
        .asciz  "plugged "
unplugged:
        .asciz  "unplugged "
line:   .asciz  "\r\n"
palette:
        .byte   6, 10, 28,  8, 16, 36,  10, 24, 42,  12, 32, 44,  16, 38, 40,  26, 42, 32,  40, 44, 24,  54, 44, 18,  63, 63, 63
palette_end:
name:   .byte   0x7e, 0x60, 0x60, 0x7c, 0x60, 0x60, 0x60, 0     # F
        .byte   0x7e, 0x60, 0x60, 0x7c, 0x60, 0x60, 0x7e, 0     # E
        .byte   0x7c, 0x66, 0x66, 0x7c, 0x6c, 0x66, 0x66, 0     # R
        .byte   0x7c, 0x66, 0x66, 0x7c, 0x6c, 0x66, 0x66, 0     # R
        .byte   0x3c, 0x66, 0x66, 0x66, 0x66, 0x66, 0x3c, 0     # O
        .byte   0x66, 0x66, 0x66, 0x66, 0x66, 0x3c, 0x18, 0     # V
        .byte   0x3c, 0x18, 0x18, 0x18, 0x18, 0x18, 0x3c, 0     # I
        .byte   0x7c, 0x66, 0x66, 0x7c, 0x6c, 0x66, 0x66, 0     # R
        .byte   0x7e, 0x18, 0x18, 0x18, 0x18, 0x18, 0x18, 0     # T
end:

        .ifdef FIRMWARE
table:  .quad   0, 0x00cf93000000ffff   # the data segment of 4 GiB
table_register:
        .word   15
        .long   0xf0000 + table
        .org    0xfff0                  # where the processor begins
        ljmp    $0xf000, $start
        .org    0x10000
        .endif
