//! Sound cards, and the host's audio that they play to.

use super::address::DeviceInfo;
use super::prelude::*;

names! {
    pub enum SoundModel {
        Sb16 = "sb16", Es1370 = "es1370", Pcspk = "pcspk", Ac97 = "ac97", Ich6 = "ich6", Ich9 = "ich9", Usb = "usb",
        Ich7 = "ich7", Virtio = "virtio",
    }
    pub enum CodecType refused ConfigUnsupported "unknown codec type '{}'" {
        Duplex = "duplex", Micro = "micro", Output = "output",
    }
    pub enum AudioType {
        None = "none", Alsa = "alsa", CoreAudio = "coreaudio", Jack = "jack", Oss = "oss", PulseAudio = "pulseaudio",
        Sdl = "sdl", Spice = "spice", File = "file", Dbus = "dbus", Pipewire = "pipewire",
    }
    pub enum SampleFormat {
        U8 = "u8", S8 = "s8", U16 = "u16", S16 = "s16", U32 = "u32", S32 = "s32", F32 = "f32",
    }
}

element! {
    /// `/domain/devices/sound`
    pub Sound {
        attr model:        Option<SoundModel> = "model" is required,
        attr multichannel: Yes                = "multichannel",
        attr streams:      Number             = "streams",
        ;
        many  codecs: Vec<Codec>          = "codec",
        value audio:  Number              = "audio" @ "id",
        part  driver: Maybe<VirtioDriver> = "driver",
        flat  info:   DeviceInfo,
    }
    pub Codec { attr kind: Option<CodecType> = "type", ; }

    /// The options that every virtio device has.
    pub VirtioDriver {
        attr iommu:       On = "iommu",
        attr ats:         On = "ats",
        attr packed:      On = "packed",
        attr page_per_vq: On = "page_per_vq",
        ;
    }

    /// `/domain/devices/audio`
    pub Audio {
        attr id:           Number            = "id" is required is positive,
        attr kind:         Option<AudioType> = "type" is required,
        attr timer_period: Number            = "timerPeriod",
        attr server_name:  Text              = "serverName",
        attr driver:       Text              = "driver",
        attr path:         Text              = "path",
        attr runtime_dir:  Text              = "runtimeDir",
        attr try_mmap:     Yes               = "tryMMap",
        attr exclusive:    Yes               = "exclusive",
        attr dsp_policy:   Option<i32>       = "dspPolicy",
        ;
        part input:  Maybe<AudioDirection> = "input",
        part output: Maybe<AudioDirection> = "output",
    }
    pub AudioDirection {
        attr mixing_engine:  Yes    = "mixingEngine",
        attr fixed_settings: Yes    = "fixedSettings",
        attr voices:         Number = "voices",
        attr buffer_length:  Number = "bufferLength",
        attr dev:            Text   = "dev",
        attr buffer_count:   Number = "bufferCount",
        attr try_poll:       Yes    = "tryPoll",
        attr server_name:    Text   = "serverName",
        attr client_name:    Text   = "clientName",
        attr connect_ports:  Text   = "connectPorts",
        attr exact_name:     Yes    = "exactName",
        attr name:           Text   = "name",
        attr stream_name:    Text   = "streamName",
        attr latency:        Number = "latency",
        ;
        part settings: Maybe<AudioSettings> = "settings",
    }
    pub AudioSettings {
        attr frequency: Number               = "frequency",
        attr channels:  Number               = "channels",
        attr format:    Option<SampleFormat> = "format",
        ;
    }
}
